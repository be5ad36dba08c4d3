package org.tickstock.engine.indicator;

/**
 * Moving average convergence divergence: a fast EMA less a slow one, and an EMA of that as its signal.
 *
 * <p>Units: USD. Needs the bars of the slow average and of the signal together: 35 by default.
 */
public final class Macd extends BarIndicator {

    private final Smoothed fast;
    private final Smoothed slow;
    private final Smoothed smoothedLine;
    private double line;
    private double signal;

    /** The usual 12, 26 and 9 bars. */
    public Macd() {
        this(12, 26, 9);
    }

    /** Of these periods. */
    public Macd(int fastPeriod, int slowPeriod, int signalPeriod) {
        super(period(slowPeriod) + period(signalPeriod));
        if (period(fastPeriod) >= slowPeriod) {
            throw new IllegalArgumentException(
                    "the fast period must be below the slow one, were " + fastPeriod + " and " + slowPeriod);
        }
        fast = new Smoothed(fastPeriod);
        slow = new Smoothed(slowPeriod);
        smoothedLine = new Smoothed(signalPeriod);
    }

    /** The line less its signal; above 0 the fast average gains. */
    public double histogram() {
        return whenReady(line - signal);
    }

    /** The smoothed line. */
    public double signal() {
        return whenReady(signal);
    }

    @Override
    void settle(PriceBar bar) {
        smoothedLine.settle(fast.with(bar.close()) - slow.with(bar.close()));
        fast.settle(bar.close());
        slow.settle(bar.close());
    }

    @Override
    void apply(PriceBar bar) {
        line = fast.with(bar.close()) - slow.with(bar.close());
        signal = smoothedLine.with(line);
    }

    @Override
    double current() {
        return line;
    }
}
