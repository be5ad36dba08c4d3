package org.tickstock.engine.state;

import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import org.tickstock.engine.indicator.PriceBar;

/** A test of breadth: the newest price of each symbol against something else of the same symbol. */
public enum BreadthMetric {

    /** The close before. */
    DAY_CHANGE((bar, closes, averages) -> closes.applyAsDouble(1)),
    /** The open of the same bar. */
    OPEN_CHANGE((bar, closes, averages) -> bar.open()),
    /** The close 5 bars back. */
    WEEK((bar, closes, averages) -> closes.applyAsDouble(Performance.WEEK)),
    /** The close 21 bars back. */
    MONTH((bar, closes, averages) -> closes.applyAsDouble(Performance.MONTH)),
    /** The close 63 bars back. */
    QUARTER((bar, closes, averages) -> closes.applyAsDouble(Performance.QUARTER)),
    /** The close 126 bars back. */
    HALF_YEAR((bar, closes, averages) -> closes.applyAsDouble(Performance.HALF_YEAR)),
    /** The close 252 bars back. */
    YEAR((bar, closes, averages) -> closes.applyAsDouble(Performance.YEAR)),
    /** The exponential average over 10 bars. */
    PRICE_TO_EMA10((bar, closes, averages) -> averages.ema10()),
    /** The exponential average over 20 bars. */
    PRICE_TO_EMA20((bar, closes, averages) -> averages.ema20()),
    /** The simple average over 50 bars. */
    PRICE_TO_SMA50((bar, closes, averages) -> averages.sma50()),
    /** The simple average over 200 bars. */
    PRICE_TO_SMA200((bar, closes, averages) -> averages.sma200());

    private static final BreadthMetric[] ALL = values();
    private static final int BITS = 2;
    private static final int UNKNOWN = 0;
    private static final int UP = 1;
    private static final int DOWN = 2;
    private static final int UNCHANGED = 3;

    /** What the newest close is held against. */
    private interface Reference {
        double of(PriceBar bar, IntToDoubleFunction closes, Averages averages);
    }

    private final Reference reference;

    BreadthMetric(Reference reference) {
        this.reference = reference;
    }

    /** As it is written on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The answers of a symbol to all tests, two bits each; {@code closes} by how many bars back. */
    static int sidesOf(PriceBar bar, IntToDoubleFunction closes, Averages averages) {
        int sides = 0;
        for (BreadthMetric metric : ALL) {
            double other = metric.reference.of(bar, closes, averages);
            sides |= side(bar.close(), other) << metric.ordinal() * BITS;
        }
        return sides;
    }

    private static int side(double close, double other) {
        if (Double.isNaN(other)) {
            return UNKNOWN;
        }
        int side = Prices.compare(close, other);
        if (side == 0) {
            return UNCHANGED;
        }
        return side > 0 ? UP : DOWN;
    }

    /** 1 above, -1 below, 0 equal or not known, by all answers of a symbol. */
    int sideOf(int sides) {
        int side = sides >>> ordinal() * BITS & UNCHANGED;
        if (side == UP) {
            return 1;
        }
        return side == DOWN ? -1 : 0;
    }

    /** Counts the answers of symbols none of which is stale. */
    static final class Tally {

        private final int[] counts = new int[ALL.length << BITS];

        void add(int sides) {
            int rest = sides;
            for (int at = 0; at < counts.length; at += UNCHANGED + 1) {
                counts[at + (rest & UNCHANGED)]++;
                rest >>>= BITS;
            }
        }

        BreadthCount of(BreadthMetric metric) {
            int at = metric.ordinal() << BITS;
            return new BreadthCount(counts[at + UP], counts[at + DOWN], counts[at + UNCHANGED]);
        }
    }
}
