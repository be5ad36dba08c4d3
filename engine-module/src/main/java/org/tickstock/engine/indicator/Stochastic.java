package org.tickstock.engine.indicator;

/**
 * Stochastic oscillator: where the close lies between the lowest low (0) and the highest high (100) of the last bars.
 *
 * <p>{@link #value} is %K; {@link #slow} is %D, the mean of the last of those. Where the price did not move at all %K
 * is 50. Needs the bars of both periods together: 17 by default.
 */
public final class Stochastic extends BarIndicator {

    private static final double FLAT = 50;

    private final SlidingMaximum highs;
    /** The lowest is the greatest of what is negated. */
    private final SlidingMaximum lows;
    private final SlidingMean fasts;
    private double fast;
    private double slow;

    /** 14 bars, smoothed over 3. */
    public Stochastic() {
        this(14, 3);
    }

    /** Of so many bars, smoothed over so many. */
    public Stochastic(int period, int smoothing) {
        super(period(period) + period(smoothing));
        highs = new SlidingMaximum(period);
        lows = new SlidingMaximum(period);
        fasts = new SlidingMean(smoothing);
    }

    /** %D. */
    public double slow() {
        return whenReady(slow);
    }

    @Override
    void settle(PriceBar bar) {
        fasts.settle(fastOf(bar));
        highs.settle(bar.high());
        lows.settle(-bar.low());
    }

    @Override
    void apply(PriceBar bar) {
        fast = fastOf(bar);
        slow = fasts.with(fast);
    }

    @Override
    double current() {
        return fast;
    }

    private double fastOf(PriceBar bar) {
        double high = highs.with(bar.high());
        double low = -lows.with(-bar.low());
        return high == low ? FLAT : 100 * (bar.close() - low) / (high - low);
    }
}
