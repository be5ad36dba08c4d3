package org.tickstock.engine.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which symbols of a universe, in which order.
 *
 * <p>The order is strict: equal figures by symbol, figures that are not known last, whichever way it goes.
 * <p>Errors: a limit below 1 is refused.
 *
 * @param sort by which column
 * @param descending highest first
 * @param limit how many at most
 * @param filter which
 */
public record RankingQuery(RankingColumn sort, boolean descending, int limit, Filter filter) {

    /**
     * What a symbol must be like. What is not known does not pass a limit.
     *
     * @param sector exactly this one; empty for any
     * @param cap exactly this size; null for any
     * @param minPriceUsd at least this price; 0 for any
     * @param minDollarVolume at least this mean of 20 bars; 0 for any
     */
    public record Filter(String sector, CapClass cap, double minPriceUsd, double minDollarVolume) {

        /** Lets everything pass. */
        public static final Filter ANY = new Filter("", null, 0, 0);

        boolean accepts(SymbolFigures figures) {
            return (sector.isEmpty() || sector.equals(figures.instrument().sector()))
                    && (cap == null || cap == figures.instrument().capClass())
                    && (minPriceUsd <= 0 || figures.last() >= minPriceUsd)
                    && (minDollarVolume <= 0 || figures.activity().dollarVolume() >= minDollarVolume);
        }
    }

    private record Keyed(double key, Standing standing) {
    }

    /** Checks the limit. */
    public RankingQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be > 0, was " + limit);
        }
    }

    /** The strongest of a universe. */
    public static RankingQuery strongest(int limit) {
        return new RankingQuery(RankingColumn.RS_RAW, true, limit, Filter.ANY);
    }

    /** The same for more or fewer. */
    public RankingQuery withLimit(int most) {
        return new RankingQuery(sort, descending, most, filter);
    }

    /** The answer; {@code standings} are in the order of their symbols. */
    List<Standing> of(List<Standing> standings) {
        List<Keyed> found = new ArrayList<>();
        for (Standing standing : standings) {
            if (filter.accepts(standing.figures())) {
                found.add(new Keyed(key(standing), standing));
            }
        }
        // the sort is stable: equal keys stay in the order of symbols
        found.sort(Comparator.comparingDouble(Keyed::key));
        return found.stream().limit(limit).map(Keyed::standing).toList();
    }

    private double key(Standing standing) {
        double figure = sort.of(standing) + 0.0;
        return descending ? 0.0 - figure : figure;
    }
}
