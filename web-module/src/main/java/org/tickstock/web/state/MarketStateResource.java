package org.tickstock.web.state;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.tickstock.engine.state.GroupKind;
import org.tickstock.engine.state.RankingColumn;
import org.tickstock.engine.state.RankingQuery;
import org.tickstock.engine.state.UniverseState;
import org.tickstock.web.query.QueryValues;

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
        RankingQuery query = parameters.query(RankingColumn.COMP_RS_RANK);
        return RowsJson.rankings(state.view(), state.universe(parameters.universe()), query);
    }

    /** Strength as letters: how many have which, and the strongest. */
    @GET
    @Path("ratings")
    public JsonObject ratings(@BeanParam RankingParameters parameters) {
        RankingQuery query = parameters.query(RankingColumn.SCORE);
        return RowsJson.ratings(state.view(), state.universe(parameters.universe()), query);
    }

    /** Who is extended, holds, or falls back, in that order. */
    @GET
    @Path("extended")
    public JsonObject extended(@BeanParam RankingParameters parameters) {
        RankingQuery query = parameters.query(RankingColumn.ATR_TO_SMA50);
        return RowsJson.extended(state.view(), state.universe(parameters.universe()), query);
    }

    /** Prices beside their averages, with levels to stop at and to watch. */
    @GET
    @Path("ma-matrix")
    public JsonObject matrix(@BeanParam RankingParameters parameters) {
        RankingQuery query = parameters.query(RankingColumn.COMP_RS_RANK);
        return MatrixJson.of(state.view(), state.universe(parameters.universe()), query);
    }

    /** What trades more than usual, the largest companies first. */
    @GET
    @Path("volume-strength")
    public JsonObject volumeStrength(@BeanParam RankingParameters parameters) {
        RankingQuery query = parameters.query(RankingColumn.REL_VOLUME);
        return RowsJson.volumeStrength(state.view(), state.universe(parameters.universe()), query);
    }

    /** Every group of a kind: sectors, where none is named. */
    @GET
    @Path("sectors")
    public JsonObject sectors(@QueryParam("universe") String universe, @QueryParam("kind") String kind) {
        UniverseState of = state.universe(universe);
        JsonArrayBuilder groups = StateJson.JSON.createArrayBuilder();
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
        return StagesJson.of(state.view(), state.universe(universe));
    }

    private static GroupKind kindOf(String text) {
        return QueryValues.oneOf("kind", text, GroupKind.SECTOR, GroupKind.values(), GroupKind::wireName);
    }
}
