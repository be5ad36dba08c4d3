package org.tickstock.web.state;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.tickstock.engine.state.GroupKind;
import org.tickstock.engine.state.MarketStateView;
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

    /** Writes an answer that is rows. */
    private interface Rows {
        JsonObject of(MarketStateView view, UniverseState universe, RankingQuery query);
    }

    /** The universe's symbols in the order that is asked for, ties by symbol. */
    @GET
    @Path("rankings")
    public String rankings(@BeanParam RankingParameters parameters) {
        return rows("rankings", parameters, RankingColumn.COMP_RS_RANK, RowsJson::rankings);
    }

    /** Strength as letters: how many have which, and the strongest. */
    @GET
    @Path("ratings")
    public String ratings(@BeanParam RankingParameters parameters) {
        return rows("ratings", parameters, RankingColumn.SCORE, RowsJson::ratings);
    }

    /** Who is extended, holds, or falls back, in that order. */
    @GET
    @Path("extended")
    public String extended(@BeanParam RankingParameters parameters) {
        return rows("extended", parameters, RankingColumn.ATR_TO_SMA50, RowsJson::extended);
    }

    /** Prices beside their averages, with levels to stop at and to watch. */
    @GET
    @Path("ma-matrix")
    public String matrix(@BeanParam RankingParameters parameters) {
        return rows("ma-matrix", parameters, RankingColumn.COMP_RS_RANK, MatrixJson::of);
    }

    /** What trades more than usual, the largest companies first. */
    @GET
    @Path("volume-strength")
    public String volumeStrength(@BeanParam RankingParameters parameters) {
        return rows("volume-strength", parameters, RankingColumn.REL_VOLUME, RowsJson::volumeStrength);
    }

    /** Every group of a kind: sectors, where none is named. */
    @GET
    @Path("sectors")
    public String sectors(@QueryParam("universe") String universe, @QueryParam("kind") String kind) {
        UniverseState of = state.universe(universe);
        GroupKind groups = kindOf(kind);
        return state.answer(of, List.of("sectors", groups), () -> GroupJson.all(state.view(), of, groups));
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
    public String stages(@QueryParam("universe") String universe) {
        UniverseState of = state.universe(universe);
        return state.answer(of, List.of("stages"), () -> StagesJson.of(state.view(), of));
    }

    private String rows(String answer, RankingParameters parameters, RankingColumn usual, Rows writer) {
        RankingQuery query = parameters.query(usual);
        UniverseState of = state.universe(parameters.universe());
        return state.answer(of, List.of(answer, query), () -> writer.of(state.view(), of, query));
    }

    private static GroupKind kindOf(String text) {
        return QueryValues.oneOf("kind", text, GroupKind.SECTOR, GroupKind.values(), GroupKind::wireName);
    }
}
