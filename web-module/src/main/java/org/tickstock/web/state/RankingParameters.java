package org.tickstock.web.state;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import org.tickstock.engine.state.CapClass;
import org.tickstock.engine.state.RankingColumn;
import org.tickstock.engine.state.RankingQuery;

/**
 * What {@code GET /api/market-state/rankings} may be asked.
 *
 * <p>Errors: a refusal that names the parameter, its rule and its value.
 */
public class RankingParameters {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 5_000;

    @QueryParam("universe")
    private String universe;
    @QueryParam("sort")
    private String sort;
    @QueryParam("order")
    private String order;
    @QueryParam("limit")
    private String limit;
    @QueryParam("sector")
    private String sector;
    @QueryParam("cap")
    private String cap;
    @QueryParam("min_price")
    private String minPrice;
    @QueryParam("min_dollar_volume")
    private String minDollarVolume;

    String universe() {
        return universe;
    }

    RankingQuery query() {
        RankingColumn column = sort == null ? RankingColumn.COMP_RS_RANK : RankingColumn.named(sort)
                .orElseThrow(() -> StateQuery.refusal(
                        "sort", "one of " + StateJson.list(RankingColumn.values()), sort));
        RankingQuery.Filter filter = new RankingQuery.Filter(sector == null ? "" : sector, capOf(cap),
                amount("min_price", minPrice), amount("min_dollar_volume", minDollarVolume));
        return new RankingQuery(column, isDescending(order), limitOf(limit), filter);
    }

    private static boolean isDescending(String text) {
        if (text == null || text.equals("desc")) {
            return true;
        }
        if (text.equals("asc")) {
            return false;
        }
        throw StateQuery.refusal("order", "asc or desc", text);
    }

    private static CapClass capOf(String text) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(CapClass.values()).filter(each -> each.wireName().equals(text)).findFirst()
                .orElseThrow(() -> StateQuery.refusal("cap", "one of " + StateJson.list(CapClass.values()), text));
    }

    private static int limitOf(String text) {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= 1 && value <= MAX_LIMIT) {
                return value;
            }
        } catch (NumberFormatException unreadable) {
            // Said below, with the rule, like a number out of range.
        }
        throw StateQuery.refusal("limit", "1 to " + MAX_LIMIT, text);
    }

    private static double amount(String field, String text) {
        if (text == null) {
            return 0;
        }
        try {
            double value = Double.parseDouble(text);
            if (value >= 0 && Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException unreadable) {
            // Said below, with the rule, like a negative one.
        }
        throw StateQuery.refusal(field, "an amount from 0", text);
    }
}
