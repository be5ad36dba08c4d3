package org.tickstock.engine.state;

import java.util.function.IntToDoubleFunction;

/**
 * By how much a price changed up to a bar, counted in the symbol's own bars.
 *
 * <p>Units: per cent; NaN where there are too few bars.
 *
 * @param dayPct against the bar before
 * @param weekPct against 5 bars back
 * @param monthPct against 21 bars back
 * @param quarterPct against 63 bars back
 * @param halfYearPct against 126 bars back
 * @param yearPct against 252 bars back
 */
public record Performance(
        double dayPct, double weekPct, double monthPct, double quarterPct, double halfYearPct, double yearPct) {

    /** Bars of a trading week. */
    static final int WEEK = 5;
    /** Bars of a month. */
    static final int MONTH = 21;
    /** Bars of a quarter. */
    static final int QUARTER = 63;
    /** Bars of half a year. */
    static final int HALF_YEAR = 126;
    /** Bars of a year. */
    static final int YEAR = 252;

    /** Nothing known. */
    static final Performance UNKNOWN = new Performance(
            Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /** Up to the bar {@code back} bars before the newest; {@code closes} answers NaN where there is no such bar. */
    static Performance upTo(int back, IntToDoubleFunction closes) {
        double close = closes.applyAsDouble(back);
        return new Performance(
                Prices.changePct(close, closes.applyAsDouble(back + 1)),
                Prices.changePct(close, closes.applyAsDouble(back + WEEK)),
                Prices.changePct(close, closes.applyAsDouble(back + MONTH)),
                Prices.changePct(close, closes.applyAsDouble(back + QUARTER)),
                Prices.changePct(close, closes.applyAsDouble(back + HALF_YEAR)),
                Prices.changePct(close, closes.applyAsDouble(back + YEAR)));
    }

    /**
     * Raw relative strength: 0.4 of the quarter, 0.2 each of half a year, the year and the month. Parts that are not
     * known yet leave their weight to the others; without a quarter, 64 bars, it is NaN.
     */
    public double relativeStrength() {
        double sum = 0.4 * quarterPct + 0.2 * monthPct;
        double weight = 0.4 + 0.2;
        if (!Double.isNaN(halfYearPct)) {
            sum += 0.2 * halfYearPct;
            weight += 0.2;
        }
        if (!Double.isNaN(yearPct)) {
            sum += 0.2 * yearPct;
            weight += 0.2;
        }
        return sum / weight;
    }
}
