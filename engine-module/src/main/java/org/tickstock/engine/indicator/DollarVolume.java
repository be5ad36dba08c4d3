package org.tickstock.engine.indicator;

/**
 * What is traded in a bar on average: the mean of close times volume.
 *
 * <p>Units: USD. Needs {@code period} bars.
 */
public final class DollarVolume extends BarIndicator {

    private final SlidingMean amounts;
    private double mean;

    /** Over 20 bars. */
    public DollarVolume() {
        this(20);
    }

    /** Over so many bars. */
    public DollarVolume(int period) {
        super(period(period));
        amounts = new SlidingMean(period);
    }

    @Override
    void settle(PriceBar bar) {
        amounts.settle(bar.close() * bar.volume());
    }

    @Override
    void apply(PriceBar bar) {
        mean = amounts.with(bar.close() * bar.volume());
    }

    @Override
    double current() {
        return mean;
    }
}
