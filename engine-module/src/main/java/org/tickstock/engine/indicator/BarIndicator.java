package org.tickstock.engine.indicator;

/**
 * What all indicators share: what is settled, and the newest bar on top of it.
 *
 * <p>Thread: one, the only writer and reader.
 */
abstract class BarIndicator implements Indicator {

    private final int barsNeeded;
    private PriceBar newest;
    private int bars;

    BarIndicator(int barsNeeded) {
        this.barsNeeded = barsNeeded;
    }

    @Override
    public final void add(PriceBar bar) {
        if (newest != null) {
            settle(newest);
        }
        newest = bar;
        bars++;
        apply(bar);
    }

    @Override
    public final void revise(PriceBar bar) {
        if (newest == null) {
            throw new IllegalStateException("there must be a bar before one can be revised");
        }
        newest = bar;
        apply(bar);
    }

    @Override
    public final int barsNeeded() {
        return barsNeeded;
    }

    @Override
    public final boolean isReady() {
        return bars >= barsNeeded;
    }

    @Override
    public final double value() {
        return whenReady(current());
    }

    /** The figure, or NaN while there are too few bars for it. */
    final double whenReady(double figure) {
        return isReady() ? figure : Double.NaN;
    }

    /** Takes a bar for good. */
    abstract void settle(PriceBar bar);

    /** Computes the figures with this bar on top of what is settled, which stays as it is. */
    abstract void apply(PriceBar bar);

    /** The main figure of the last {@link #apply}, whatever it is worth yet. */
    abstract double current();

    static int period(int period) {
        if (period < 1) {
            throw new IllegalArgumentException("period must be >= 1 bars, was " + period);
        }
        return period;
    }
}
