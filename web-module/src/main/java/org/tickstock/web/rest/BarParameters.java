package org.tickstock.web.rest;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import org.tickstock.app.bar.BarQuery;
import org.tickstock.app.bar.Timeframe;
import org.tickstock.web.problem.RefusedException;

/**
 * What {@code GET /api/bars} may be asked.
 *
 * <p>Errors: a {@link RefusedException} that names the parameter, its rule and its value.
 */
public class BarParameters {

    private static final int DEFAULT_LIMIT = 500;
    private static final int MAX_LIMIT = 1_000;
    private static final List<String> TIMEFRAMES = Arrays.stream(Timeframe.values()).map(Timeframe::wireName).toList();

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
        return new BarQuery(QueryValues.ticker("symbol", symbol), timeframeOf(timeframe),
                QueryValues.time("from", from), QueryValues.time("to", to),
                QueryValues.number("limit", limit, DEFAULT_LIMIT, MAX_LIMIT));
    }

    private static Timeframe timeframeOf(String text) {
        if (text == null) {
            return Timeframe.MINUTE;
        }
        int index = TIMEFRAMES.indexOf(text);
        if (index < 0) {
            throw QueryValues.refusal("timeframe", "one of " + String.join(", ", TIMEFRAMES), text);
        }
        return Timeframe.values()[index];
    }
}
