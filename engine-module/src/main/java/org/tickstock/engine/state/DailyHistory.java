package org.tickstock.engine.state;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.tickstock.engine.indicator.PriceBar;

/**
 * The daily bars of one symbol, oldest first, adjusted for splits.
 *
 * <p>Thread: immutable; may be shared. Whoever builds one owns the {@link Builder}.
 * <p>Units: USD, shares; days as {@link java.time.LocalDate#toEpochDay}.
 */
public final class DailyHistory {

    /** Of a symbol that has not traded. */
    public static final DailyHistory EMPTY = new Builder().build();

    private static final int FIELDS = 5;

    private final int size;
    /** May be longer than the history, as may be the figures: one without its newest bar shares them. */
    private final int[] days;
    /** Open, high, low, close and volume of a bar lie side by side. */
    private final double[] figures;

    private DailyHistory(int size, int[] days, double[] figures) {
        this.size = size;
        this.days = days;
        this.figures = figures;
    }

    /** How many bars there are. */
    public int size() {
        return size;
    }

    /** The day of a bar. */
    public int day(int index) {
        return days[index];
    }

    /** The last price of a bar. */
    public double close(int index) {
        return figures[index * FIELDS + 3];
    }

    /** What was traded in a bar. */
    public double volume(int index) {
        return figures[index * FIELDS + 4];
    }

    /** A bar. */
    public PriceBar bar(int index) {
        int at = index * FIELDS;
        return new PriceBar(figures[at], figures[at + 1], figures[at + 2], figures[at + 3], figures[at + 4]);
    }

    /** The newest bar whose day is {@code day} or earlier; -1 where there is none. */
    public int indexAtOrBefore(int day) {
        int found = Arrays.binarySearch(days, 0, size, day);
        return found >= 0 ? found : -found - 2;
    }

    /** Only the bars of days that {@code kept} accepts. */
    DailyHistory only(IntPredicate kept) {
        Builder some = new Builder();
        for (int index = 0; index < size; index++) {
            if (kept.test(days[index])) {
                some.add(days[index], bar(index));
            }
        }
        return some.build();
    }

    /** Without the newest bar. */
    DailyHistory withoutNewest() {
        return new DailyHistory(size - 1, days, figures);
    }

    /** With one more bar. */
    DailyHistory with(int day, PriceBar bar) {
        DailyHistory longer = new DailyHistory(size + 1,
                Arrays.copyOf(days, size + 1), Arrays.copyOf(figures, (size + 1) * FIELDS));
        longer.set(size, day, bar);
        return longer;
    }

    private void set(int index, int day, PriceBar bar) {
        int at = index * FIELDS;
        days[index] = day;
        figures[at] = bar.open();
        figures[at + 1] = bar.high();
        figures[at + 2] = bar.low();
        figures[at + 3] = bar.close();
        figures[at + 4] = bar.volume();
    }

    /**
     * Collects bars in the order of their days.
     *
     * <p>Errors: a bar that cannot be, or whose day is not after the one before, is refused with its values.
     */
    public static final class Builder {

        private DailyHistory bars = new DailyHistory(0, new int[0], new double[0]);
        private int size;

        /** Adds a bar whose prices are adjusted. */
        public Builder add(int day, PriceBar bar) {
            if (size > 0 && day <= bars.days[size - 1]) {
                throw new IllegalArgumentException("daily bars must be in the order of their days, was epoch day " + day
                        + " after " + bars.days[size - 1]);
            }
            if (size == bars.days.length) {
                int capacity = Math.max(16, size * 2);
                bars = new DailyHistory(capacity, Arrays.copyOf(bars.days, capacity),
                        Arrays.copyOf(bars.figures, capacity * FIELDS));
            }
            bars.set(size, day, bar);
            size++;
            return this;
        }

        /**
         * Adds a bar as it was printed, to be put on the scale of its adjusted close. The volume stays as it is.
         * Where the factor rounds the close past the high or low, that one gives way.
         */
        public Builder addAdjusted(int day, PriceBar raw, double adjustedClose) {
            double factor = adjustedClose / raw.close();
            double high = Math.max(raw.high() * factor, adjustedClose);
            double low = Math.min(raw.low() * factor, adjustedClose);
            return add(day, new PriceBar(raw.open() * factor, high, low, adjustedClose, raw.volume()));
        }

        /** The history. */
        public DailyHistory build() {
            return new DailyHistory(size, Arrays.copyOf(bars.days, size), Arrays.copyOf(bars.figures, size * FIELDS));
        }
    }
}
