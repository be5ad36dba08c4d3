package org.tickstock.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.tickstock.app.bar.BarHistory;
import org.tickstock.app.bar.BarWriterSettings;
import org.tickstock.engine.bar.PastTrade;
import org.tickstock.web.problem.ApiProblem;
import org.tickstock.web.problem.RefusedException;
import org.tickstock.web.query.QueryValues;

/**
 * The last trades of one symbol, from memory.
 */
@Path("ticks/recent")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TickResource {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1_000;
    private static final long NS_PER_MS = 1_000_000L;

    @Inject
    private BarHistory history;
    @Inject
    private BarWriterSettings settings;

    /** The newest trades that fit. */
    @GET
    public String recent(
            @QueryParam("symbol") String symbol, @QueryParam("limit") String limit, @QueryParam("since") String since) {
        String ticker = QueryValues.ticker("symbol", symbol);
        int most = QueryValues.number("limit", limit, DEFAULT_LIMIT, MAX_LIMIT);
        Instant after = QueryValues.time("since", since);
        try {
            List<PastTrade> trades = history.lastTrades(ticker, most).orElseThrow(() -> new RefusedException(
                    ApiProblem.notFound("symbol", "symbol must be a known ticker, was " + ticker)));
            long afterNs = after == null ? Long.MIN_VALUE : after.toEpochMilli() * NS_PER_MS;
            return BarJson.of(ticker, settings.lastTrades(),
                    trades.stream().filter(trade -> trade.tsEventNs() > afterNs).toList(),
                    history.conditions());
        } catch (TimeoutException busy) {
            throw new RefusedException(ApiProblem.unavailable(
                    "the symbol's lane did not answer within " + BarHistory.PATIENCE_S + " s"));
        }
    }
}
