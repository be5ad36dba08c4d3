package org.tickstock.engine.state;

/**
 * The stage of one bar by itself, by the first rule that holds.
 *
 * <p>A part that is not known makes its rule fail: between 200 and 220 bars there is no slope of the 200-bar average.
 * <p>Thread: stateless.
 * <p>Source: market state, section 3. A price above the 200-bar average for which no rule holds is
 * {@link Stage#EARLY_BULLISH}, as one below is {@link Stage#EARLY_BEARISH}.
 */
final class StageRules {

    private static final double EXTENDED_FROM_ATR = 6;
    private static final double EXTENDED_BULLISH_FROM_ATR = 3;
    private static final double FLAT_SLOPE = 0.01;
    private static final double BASE_WIDTH = 0.1;
    private static final double PIVOT_REACH = 1.05;

    private StageRules() {
    }

    /** Whether one of the rules that look back at crossings holds. */
    record Crossings(boolean averagesUp, boolean pivotUp, boolean breakdown) {
    }

    /**
     * The stage.
     *
     * @param extension how many ATR the close lies above its 50-bar average
     */
    static Stage of(double close, Averages averages, double extension, double lowOf50BarsBefore, Crossings crossings) {
        double sma50 = averages.sma50();
        double sma200 = averages.sma200();
        if (Double.isNaN(sma200)) {
            return Stage.INSUFFICIENT;
        }
        boolean isOrdered = Prices.isAbove(close, sma50) && Prices.isAbove(sma50, sma200);
        boolean isAbove200 = Prices.isAbove(close, sma200);
        boolean isBelow200 = Prices.isAbove(sma200, close);
        if (isOrdered && extension >= EXTENDED_FROM_ATR) {
            return Stage.EXTENDED;
        } else if (isOrdered && averages.stackCount(close) == 4 && extension >= EXTENDED_BULLISH_FROM_ATR) {
            return Stage.EXTENDED_BULLISH;
        } else if (isOrdered && averages.slope200() > 0) {
            return Stage.BULLISH_TREND;
        } else if (isAbove200 && crossings.averagesUp()) {
            return Stage.EARLY_BULLISH;
        } else if (crossings.pivotUp() && close < sma200 * PIVOT_REACH && averages.slope200() >= -FLAT_SLOPE) {
            return Stage.UPWARD_PIVOT;
        } else if (Math.abs(averages.slope200()) < FLAT_SLOPE && Math.abs(close / sma200 - 1) <= BASE_WIDTH) {
            return Stage.BASING;
        } else if (Prices.isAbove(sma50, sma200)
                && (Prices.isAbove(averages.sma20(), close) || Prices.isAbove(sma50, close))) {
            return Stage.MEAN_REVERSION;
        } else if (Prices.isAbove(lowOf50BarsBefore, close) || isBelow200 && crossings.breakdown()) {
            return Stage.BREAKDOWN_CONFIRMED;
        } else if (Prices.isAbove(sma50, close) && Prices.isAbove(sma200, sma50) && averages.slope200() < 0) {
            return Stage.BEARISH_TREND;
        }
        return isBelow200 ? Stage.EARLY_BEARISH : Stage.EARLY_BULLISH;
    }
}
