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
import org.tickstock.app.state.StageLine;
import org.tickstock.app.state.StateArchive;
import org.tickstock.engine.state.Standing;
import org.tickstock.web.query.QueryValues;

/**
 * How stages came about: of one symbol, or of a universe's.
 */
@Path("market-state/stage-history")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class StageHistoryResource {

    private static final int DEFAULT_LIMIT = 500;
    private static final int MAX_LIMIT = 5_000;

    @Inject
    private StateQuery state;
    @Inject
    private StateArchive archive;
    @QueryParam("symbol")
    private String symbol;
    @QueryParam("universe")
    private String universe;
    @QueryParam("from")
    private String from;
    @QueryParam("to")
    private String to;
    @QueryParam("limit")
    private String limit;

    /** The newest changes that fit, the newest first. */
    @GET
    public JsonObject history() {
        LocalDate first = from == null ? null : QueryValues.date("from", from);
        LocalDate last = to == null ? null : QueryValues.date("to", to);
        int most = QueryValues.number("limit", limit, DEFAULT_LIMIT, MAX_LIMIT);
        List<StageLine> found = archive.stages(symbols(), first, last, most + 1);
        String named = symbol == null ? state.universe(universe).universe().name() : null;
        return ArchiveJson.stages(
                state.view(), symbol, named, found.subList(0, Math.min(most, found.size())), found.size() > most);
    }

    private List<String> symbols() {
        if (symbol != null) {
            return List.of(QueryValues.ticker("symbol", symbol));
        }
        return state.universe(universe).standings().stream().map(Standing::symbol).toList();
    }
}
