package org.tickstock.engine.indicator;

/**
 * The bar's volume in mean volumes of the bars before it.
 *
 * <p>Needs {@code period + 1} bars. Without any volume before there is no such ratio: NaN.
 */
public final class RelativeVolume extends BarIndicator {

    private final int period;
    private final SlidingMean volumes;
    private double ratio;
    private double mean;

    /** Against 20 bars. */
    public RelativeVolume() {
        this(20);
    }

    /** Against so many bars. */
    public RelativeVolume(int period) {
        super(period(period) + 1);
        this.period = period;
        volumes = new SlidingMean(period + 1);
    }

    /** The mean volume of the bars before, in shares. */
    public double mean() {
        return whenReady(mean);
    }

    @Override
    void settle(PriceBar bar) {
        volumes.settle(bar.volume());
    }

    @Override
    void apply(PriceBar bar) {
        mean = volumes.with(0) * (period + 1) / period;
        ratio = mean > 0 ? bar.volume() / mean : Double.NaN;
    }

    @Override
    double current() {
        return ratio;
    }
}
