package org.tickstock.engine.indicator;

/**
 * Simple moving average of closes: the mean of the last {@code period}.
 *
 * <p>Units: USD. Needs {@code period} bars.
 */
public final class Sma extends BarIndicator {

    private final SlidingMean closes;
    private double mean;

    /** Over so many bars. */
    public Sma(int period) {
        super(period(period));
        closes = new SlidingMean(period);
    }

    @Override
    void settle(PriceBar bar) {
        closes.settle(bar.close());
    }

    @Override
    void apply(PriceBar bar) {
        mean = closes.with(bar.close());
    }

    @Override
    double current() {
        return mean;
    }
}
