package org.tickstock.engine.state;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many symbols of a universe take part in what the market does. Stale symbols are left out.
 *
 * <p>Thread: immutable; may be shared.
 * <p>Source: market state, section 4.
 *
 * @param metrics the eleven tests
 * @param highs52Weeks symbols whose newest high is the highest of 252 bars
 * @param lows52Weeks symbols whose newest low is the lowest of 252 bars
 * @param eligible52Weeks symbols with 252 bars
 * @param pctAtHigh20 share of symbols that close at their highest close of 20 bars, in per cent; NaN where none has 20
 * @param upVolumePct volume of rising symbols in per cent of that of rising and falling ones; NaN where there is none
 * @param line advances, day by day
 */
public record MarketBreadth(
        Map<BreadthMetric, BreadthCount> metrics, int highs52Weeks, int lows52Weeks, int eligible52Weeks,
        double pctAtHigh20, double upVolumePct, AdvanceDeclineLine line) {

    static MarketBreadth of(List<SymbolFigures> fresh, AdvanceDeclineLine.Past past) {
        BreadthMetric.Tally tally = new BreadthMetric.Tally();
        int highs = 0;
        int lows = 0;
        int eligible = 0;
        int atHigh20 = 0;
        int eligible20 = 0;
        double upVolume = 0;
        double downVolume = 0;
        for (SymbolFigures symbol : fresh) {
            Extremes extremes = symbol.extremes();
            tally.add(symbol.sides());
            highs += symbol.bar().high() >= extremes.high52Weeks() ? 1 : 0;
            lows += symbol.bar().low() <= extremes.low52Weeks() ? 1 : 0;
            eligible += Double.isNaN(extremes.high52Weeks()) ? 0 : 1;
            atHigh20 += symbol.last() >= extremes.highestClose20() ? 1 : 0;
            eligible20 += Double.isNaN(extremes.highestClose20()) ? 0 : 1;
            int side = BreadthMetric.DAY_CHANGE.sideOf(symbol.sides());
            upVolume += side > 0 ? symbol.bar().volume() : 0;
            downVolume += side < 0 ? symbol.bar().volume() : 0;
        }
        Map<BreadthMetric, BreadthCount> metrics = new EnumMap<>(BreadthMetric.class);
        for (BreadthMetric metric : BreadthMetric.values()) {
            metrics.put(metric, tally.of(metric));
        }
        BreadthCount day = metrics.get(BreadthMetric.DAY_CHANGE);
        return new MarketBreadth(Collections.unmodifiableMap(metrics), highs, lows, eligible,
                100.0 * atHigh20 / nothingIfZero(eligible20), 100 * upVolume / nothingIfZero(upVolume + downVolume),
                AdvanceDeclineLine.of(past, day.up(), day.down()));
    }

    private static double nothingIfZero(double divisor) {
        return divisor == 0 ? Double.NaN : divisor;
    }
}
