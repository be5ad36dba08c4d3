package org.tickstock.engine.indicator;

/**
 * Exponential moving average of closes, weight {@code 2 / (period + 1)}, begun with the first close.
 *
 * <p>Units: USD. Needs {@code period} bars.
 */
public final class Ema extends BarIndicator {

    private final Smoothed closes;
    private double average;

    /** Over so many bars. */
    public Ema(int period) {
        super(period(period));
        closes = new Smoothed(period);
    }

    @Override
    void settle(PriceBar bar) {
        closes.settle(bar.close());
    }

    @Override
    void apply(PriceBar bar) {
        average = closes.with(bar.close());
    }

    @Override
    double current() {
        return average;
    }
}
