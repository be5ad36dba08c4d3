package org.tickstock.engine.indicator;

/**
 * How far a price moves within a bar on average: the mean of {@code high / low - 1}.
 *
 * <p>Units: per cent. Needs {@code period} bars. Of daily bars it is what traders call ADR.
 */
public final class AverageRange extends BarIndicator {

    private final SlidingMean ranges;
    private double mean;

    /** Over 20 bars. */
    public AverageRange() {
        this(20);
    }

    /** Over so many bars. */
    public AverageRange(int period) {
        super(period(period));
        ranges = new SlidingMean(period);
    }

    @Override
    void settle(PriceBar bar) {
        ranges.settle(range(bar));
    }

    @Override
    void apply(PriceBar bar) {
        mean = ranges.with(range(bar));
    }

    @Override
    double current() {
        return mean;
    }

    private static double range(PriceBar bar) {
        return (bar.high() / bar.low() - 1) * 100;
    }
}
