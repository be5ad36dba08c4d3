package org.tickstock.engine.state;

/**
 * Where the newest bar lies among those before.
 *
 * <p>Units: USD; NaN where there are too few bars.
 *
 * @param high52Weeks highest high of 252 bars
 * @param low52Weeks lowest low of 252 bars
 * @param lowOf50BarsBefore lowest low of the 50 bars before the newest
 * @param highestClose20 highest close of 20 bars
 */
public record Extremes(double high52Weeks, double low52Weeks, double lowOf50BarsBefore, double highestClose20) {

    /** How far a price lies below the highest high of 252 bars, in per cent: 0 or less. */
    public double toHighPct(double price) {
        return Prices.changePct(price, high52Weeks);
    }
}
