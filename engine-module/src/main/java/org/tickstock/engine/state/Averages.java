package org.tickstock.engine.state;

/**
 * The moving averages of a symbol at its newest bar.
 *
 * <p>Units: USD; NaN where there are too few bars.
 *
 * @param ema10 exponential over 10 bars
 * @param ema20 exponential over 20 bars
 * @param sma20 simple over 20 bars
 * @param sma50 simple over 50 bars
 * @param sma200 simple over 200 bars
 * @param slope50 the 50-bar average against itself 10 bars ago, less 1: a ratio
 * @param slope200 the 200-bar average against itself 20 bars ago, less 1: a ratio
 */
public record Averages(
        double ema10, double ema20, double sma20, double sma50, double sma200, double slope50, double slope200) {

    /** How many of the four steps close, EMA 10, SMA 20, SMA 50, SMA 200 go down from one to the next. */
    public int stackCount(double close) {
        return count(close, ema10) + count(ema10, sma20) + count(sma20, sma50) + count(sma50, sma200);
    }

    private static int count(double upper, double lower) {
        return Prices.isAbove(upper, lower) ? 1 : 0;
    }
}
