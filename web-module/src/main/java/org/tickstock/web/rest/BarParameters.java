package org.tickstock.web.rest;

import jakarta.ws.rs.QueryParam;
import org.tickstock.app.bar.BarQuery;
import org.tickstock.app.bar.Timeframe;
import org.tickstock.web.problem.RefusedException;
import org.tickstock.web.query.QueryValues;

/**
 * What {@code GET /api/bars} may be asked.
 *
 * <p>Errors: a {@link RefusedException} that names the parameter, its rule and its value.
 */
public class BarParameters {

    private static final int DEFAULT_LIMIT = 500;
    private static final int MAX_LIMIT = 1_000;

    @QueryParam("symbol")
    private String symbol;
    @QueryParam("timeframe")
    private String timeframe;
    @QueryParam("from")
    private String from;
    @QueryParam("to")
    private String to;
    @QueryParam("limit")
    private String limit;

    BarQuery query() {
        return new BarQuery(QueryValues.ticker("symbol", symbol),
                QueryValues.oneOf("timeframe", timeframe, Timeframe.MINUTE, Timeframe.values(), Timeframe::wireName),
                QueryValues.time("from", from), QueryValues.time("to", to),
                QueryValues.number("limit", limit, DEFAULT_LIMIT, MAX_LIMIT));
    }
}
