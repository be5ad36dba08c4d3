package org.tickstock.web.state;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.tickstock.app.state.ConditionsAt;
import org.tickstock.app.state.StateArchive;
import org.tickstock.engine.state.MarketConditions;
import org.tickstock.engine.state.MarketStateView;
import org.tickstock.engine.state.UniverseState;
import org.tickstock.web.query.QueryValues;

/**
 * What kind of market it is, was, and what that meant.
 */
@Path("analytics/market-context")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ConditionsResource {

    private static final String[] TYPES = {"summary", "history", "impact"};
    private static final int DEFAULT_LIMIT = 390;
    private static final int MAX_LIMIT = 5_000;

    @Inject
    private StateQuery state;
    @Inject
    private StateArchive archive;
    @QueryParam("universe")
    private String universe;
    @QueryParam("type")
    private String type;
    @QueryParam("from")
    private String from;
    @QueryParam("to")
    private String to;
    @QueryParam("limit")
    private String limit;

    /** Now, minute by minute, or by regime. */
    @GET
    public JsonObject conditions() {
        UniverseState of = state.universe(universe);
        return switch (QueryValues.oneOf("type", type, "summary", TYPES, Function.identity())) {
            case "history" -> history(of.universe().name());
            case "impact" -> impact(of.universe().name());
            default -> summary(state.view(), of);
        };
    }

    private JsonObject history(String name) {
        LocalDate first = from == null ? null : QueryValues.date("from", from);
        LocalDate last = to == null ? null : QueryValues.date("to", to);
        int most = QueryValues.number("limit", limit, DEFAULT_LIMIT, MAX_LIMIT);
        List<ConditionsAt> found = archive.conditions(name, first, last, most + 1);
        return ArchiveJson.history(
                state.view(), name, found.subList(0, Math.min(most, found.size())), found.size() > most);
    }

    private JsonObject impact(String name) {
        return ArchiveJson.impact(state.view(), name, archive.impacts(name));
    }

    static JsonObject summary(MarketStateView view, UniverseState of) {
        MarketConditions conditions = of.conditions();
        return ArchiveJson.figures(StateJson.head(view, of), conditions)
                .add("volatility", StateJson.lower(conditions.volatility()))
                .add("volume", StateJson.lower(conditions.volume()))
                .build();
    }
}
