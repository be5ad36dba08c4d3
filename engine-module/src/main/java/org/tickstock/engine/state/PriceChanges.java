package org.tickstock.engine.state;

import java.util.List;

/**
 * By how much symbols changed, for {@link ThresholdBars}: ratios, NaN where a symbol is stale or has too few bars.
 *
 * <p>Thread: stateless.
 * <p>Errors: a period outside 1 to 365 days, and a time frame below a day, are refused; changes within a day are of
 * minute bars, which are not here.
 */
public final class PriceChanges {

    private PriceChanges() {
    }

    /** The newest close against the newest one that is {@code periodDays} days of the calendar older, or more. */
    public static double[] overPeriod(List<Standing> standings, int periodDays) {
        if (periodDays < 1 || periodDays > 365) {
            throw new IllegalArgumentException("period_days must be 1 to 365, was " + periodDays);
        }
        return standings.stream().mapToDouble(standing -> overPeriod(standing, periodDays)).toArray();
    }

    private static double overPeriod(Standing standing, int periodDays) {
        if (standing.isStale()) {
            return Double.NaN;
        }
        SymbolFigures figures = standing.figures();
        return ratio(figures, figures.history().indexAtOrBefore(figures.day() - periodDays));
    }

    /** The newest close against the close of the bar before, of this time frame. */
    public static double[] overBar(List<Standing> standings, Timeframe timeframe) {
        timeframe.barOf(0);
        return standings.stream().mapToDouble(standing -> overBar(standing, timeframe)).toArray();
    }

    private static double overBar(Standing standing, Timeframe timeframe) {
        if (standing.isStale()) {
            return Double.NaN;
        }
        SymbolFigures figures = standing.figures();
        long bar = timeframe.barOf(figures.day());
        int before = figures.history().size() - 1;
        while (before >= 0 && timeframe.barOf(figures.history().day(before)) == bar) {
            before--;
        }
        return ratio(figures, before);
    }

    private static double ratio(SymbolFigures figures, int index) {
        return index < 0 ? Double.NaN : figures.last() / figures.history().close(index) - 1;
    }
}
