package org.tickstock.engine.state;

import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.List;

/**
 * By how much symbols changed, for {@link ThresholdBars}: ratios, NaN where a symbol is stale or has too few bars.
 *
 * <p>Thread: stateless.
 */
public final class PriceChanges {

    /** What one bar is. */
    public enum Timeframe {
        /** A trade day. */
        DAILY(0.02),
        /** Monday to Sunday. */
        WEEKLY(0.05),
        /** A month of the calendar. */
        MONTHLY(0.10);

        private final double threshold;

        Timeframe(double threshold) {
            this.threshold = threshold;
        }

        /** What is a significant move in it, a ratio. */
        public double defaultThreshold() {
            return threshold;
        }

        private long bar(int day) {
            LocalDate date = LocalDate.ofEpochDay(day);
            return switch (this) {
                case DAILY -> day;
                case WEEKLY -> date.get(IsoFields.WEEK_BASED_YEAR) * 100L + date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
                case MONTHLY -> date.getLong(ChronoField.PROLEPTIC_MONTH);
            };
        }
    }

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
        return standings.stream().mapToDouble(standing -> overBar(standing, timeframe)).toArray();
    }

    private static double overBar(Standing standing, Timeframe timeframe) {
        if (standing.isStale()) {
            return Double.NaN;
        }
        SymbolFigures figures = standing.figures();
        long bar = timeframe.bar(figures.day());
        int before = figures.history().size() - 1;
        while (before >= 0 && timeframe.bar(figures.history().day(before)) == bar) {
            before--;
        }
        return ratio(figures, before);
    }

    private static double ratio(SymbolFigures figures, int index) {
        return index < 0 ? Double.NaN : figures.last() / figures.history().close(index) - 1;
    }
}
