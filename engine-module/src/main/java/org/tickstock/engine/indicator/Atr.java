package org.tickstock.engine.indicator;

/**
 * Wilder's average true range: how far a price moves in a bar, gaps included.
 *
 * <p>Units: USD. Needs {@code period + 1} bars: the first has no close before it.
 */
public final class Atr extends BarIndicator {

    private final WilderMean ranges;
    private double previousClose = Double.NaN;
    private double average;

    /** Over 14 ranges. */
    public Atr() {
        this(14);
    }

    /** Over so many ranges. */
    public Atr(int period) {
        super(period(period) + 1);
        ranges = new WilderMean(period);
    }

    /** The greatest distance between the bar's high, its low and the close before it. */
    static double trueRange(PriceBar bar, double previousClose) {
        return Math.max(bar.high(), previousClose) - Math.min(bar.low(), previousClose);
    }

    @Override
    void settle(PriceBar bar) {
        if (!Double.isNaN(previousClose)) {
            ranges.settle(trueRange(bar, previousClose));
        }
        previousClose = bar.close();
    }

    @Override
    void apply(PriceBar bar) {
        average = ranges.with(trueRange(bar, previousClose));
    }

    @Override
    double current() {
        return average;
    }
}
