package org.tickstock.engine.state;

import org.tickstock.engine.indicator.PriceBar;

/**
 * Everything about one symbol that does not depend on others, at its newest bar.
 *
 * <p>Thread: immutable; may be shared.
 *
 * @param instrument the symbol
 * @param history its bars but the newest
 * @param day of the newest bar, an epoch day
 * @param forming whether that bar may still change
 * @param bar the newest bar; null where there is none at all
 * @param performance changes up to the newest bar
 * @param performanceBefore changes up to the bar before
 * @param performanceWeekAgo changes up to five bars before
 * @param averages moving averages
 * @param activity range and volume
 * @param extremes highs and lows
 * @param stage the stage
 * @param sides how its newest close answers the tests of breadth, see {@link BreadthMetric}
 */
public record SymbolFigures(
        Instrument instrument, DailyHistory history, int day, boolean forming, PriceBar bar,
        Performance performance, Performance performanceBefore, Performance performanceWeekAgo,
        Averages averages, Activity activity, Extremes extremes, StageFigures stage, int sides) {

    /** How many bars there are. */
    public int bars() {
        return bar == null ? 0 : history.size() + 1;
    }

    /** The newest price; NaN where there is none. */
    public double last() {
        return bar == null ? Double.NaN : bar.close();
    }

    /** The close before the newest bar; NaN where there is none. */
    public double previousClose() {
        return close(1);
    }

    /** The close {@code back} bars before the newest; NaN where there is no such bar. */
    public double close(int back) {
        if (back == 0) {
            return last();
        }
        int index = history.size() - back;
        return index < 0 ? Double.NaN : history.close(index);
    }

    /** The average true range in per cent of the price. */
    public double atrPct() {
        return activity.atr() / last() * 100;
    }
}
