package org.tickstock.web.state;

import jakarta.ws.rs.QueryParam;
import java.util.function.Function;
import org.tickstock.engine.state.CapClass;
import org.tickstock.engine.state.RankingColumn;
import org.tickstock.engine.state.RankingQuery;
import org.tickstock.web.query.QueryValues;

/**
 * What {@code GET /api/market-state/rankings} and its neighbours may be asked: of which universe, which symbols, how
 * many.
 *
 * <p>Errors: a refusal that names the parameter, its rule and its value.
 */
public class RankingParameters {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 5_000;
    private static final String[] ORDERS = {"desc", "asc"};

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

    /** How many rows at most. */
    int limit() {
        return QueryValues.number("limit", limit, DEFAULT_LIMIT, MAX_LIMIT);
    }

    /** Which symbols. */
    RankingQuery.Filter filter() {
        return new RankingQuery.Filter(sector == null ? "" : sector,
                QueryValues.oneOf("cap", cap, null, CapClass.values(), CapClass::wireName),
                QueryValues.decimal("min_price", minPrice, 0, 0, Double.POSITIVE_INFINITY),
                QueryValues.decimal("min_dollar_volume", minDollarVolume, 0, 0, Double.POSITIVE_INFINITY));
    }

    /** All of it; sorted by {@code usual} where no column is named. */
    RankingQuery query(RankingColumn usual) {
        RankingColumn column = QueryValues.oneOf("sort", sort, usual, RankingColumn.values(), RankingColumn::wireName);
        boolean descending = QueryValues.oneOf("order", order, "desc", ORDERS, Function.identity()).equals("desc");
        return new RankingQuery(column, descending, limit(), filter());
    }
}
