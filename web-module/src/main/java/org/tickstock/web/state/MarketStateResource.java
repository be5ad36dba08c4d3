package org.tickstock.web.state;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.tickstock.engine.state.GroupKind;
import org.tickstock.engine.state.RankingQuery;
import org.tickstock.engine.state.Stage;
import org.tickstock.engine.state.StageSummary;
import org.tickstock.engine.state.Standing;
import org.tickstock.engine.state.UniverseState;

/**
 * Rankings, sectors and stages of a universe.
 */
@Path("market-state")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MarketStateResource {

    @Inject
    private StateQuery state;

    /** The universe's symbols in the order that is asked for, ties by symbol. */
    @GET
    @Path("rankings")
    public JsonObject rankings(@BeanParam RankingParameters parameters) {
        RankingQuery query = parameters.query();
        UniverseState universe = state.universe(parameters.universe());
        JsonArrayBuilder rows = Json.createArrayBuilder();
        List<Standing> found = universe.rankings(query);
        found.forEach(standing -> rows.add(StateJson.row(standing)));
        return StateJson.head(state.view(), universe)
                .add("sort", query.sort().wireName())
                .add("order", query.descending() ? "desc" : "asc")
                .add("count", found.size())
                .add("rankings", rows)
                .build();
    }

    /** Every group of a kind: sectors, where none is named. */
    @GET
    @Path("sectors")
    public JsonObject sectors(@QueryParam("universe") String universe, @QueryParam("kind") String kind) {
        UniverseState of = state.universe(universe);
        JsonArrayBuilder groups = Json.createArrayBuilder();
        of.sectors().groups(kindOf(kind)).forEach(group -> groups.add(GroupJson.of(group)));
        return StateJson.head(state.view(), of)
                .add("benchmark", of.sectors().benchmark().isEmpty() ? "equal-weight" : of.sectors().benchmark())
                .add("groups", groups)
                .build();
    }

    /** One group, by name. */
    @GET
    @Path("sectors/{name}")
    public JsonObject sector(@PathParam("name") String name, @QueryParam("universe") String universe,
            @QueryParam("kind") String kind) {
        UniverseState of = state.universe(universe);
        return StateJson.head(state.view(), of)
                .add("group", GroupJson.of(StateQuery.known("sector", name, of.sectors().group(kindOf(kind), name))))
                .build();
    }

    /** How many symbols are in which stage, and who changed today. */
    @GET
    @Path("stages")
    public JsonObject stages(@QueryParam("universe") String universe) {
        UniverseState of = state.universe(universe);
        StageSummary summary = of.stages();
        JsonArrayBuilder stages = Json.createArrayBuilder();
        for (Stage stage : Stage.values()) {
            stages.add(Json.createObjectBuilder()
                    .add("stage", stage.code()).add("name", stage.title())
                    .add("count", summary.counts().get(stage))
                    .add("pct", StateJson.number(StateJson.hundredths(summary.pct(stage)))));
        }
        return StateJson.head(state.view(), of)
                .add("stages", stages)
                .add("changed_today", rows(summary.changedToday()))
                .add("previews", rows(summary.previews()))
                .build();
    }

    private static JsonArrayBuilder rows(List<Standing> standings) {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        for (Standing standing : standings) {
            JsonObjectBuilder row = Json.createObjectBuilder().add("symbol", standing.symbol());
            rows.add(StateJson.stage(row, standing));
        }
        return rows;
    }

    private static GroupKind kindOf(String text) {
        return text == null ? GroupKind.SECTOR : Arrays.stream(GroupKind.values())
                .filter(each -> each.wireName().equals(text)).findFirst()
                .orElseThrow(() -> StateQuery.refusal("kind", "one of " + StateJson.list(GroupKind.values()), text));
    }
}
