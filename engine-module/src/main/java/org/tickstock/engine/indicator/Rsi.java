package org.tickstock.engine.indicator;

/**
 * Wilder's relative strength index of closes: {@code 100 gains / (gains + losses)}, both smoothed his way.
 *
 * <p>Without losses 100, without gains 0, and 50 where the price stood still all the while, which the definition leaves
 * open.
 * <p>Needs {@code period + 1} bars.
 */
public final class Rsi extends BarIndicator {

    private static final double FLAT = 50;

    private final WilderMean gains;
    private final WilderMean losses;
    private double previousClose = Double.NaN;
    private double index;

    /** Over 14 changes. */
    public Rsi() {
        this(14);
    }

    /** Over so many changes. */
    public Rsi(int period) {
        super(period(period) + 1);
        gains = new WilderMean(period);
        losses = new WilderMean(period);
    }

    @Override
    void settle(PriceBar bar) {
        if (!Double.isNaN(previousClose)) {
            double change = bar.close() - previousClose;
            gains.settle(Math.max(change, 0));
            losses.settle(Math.max(-change, 0));
        }
        previousClose = bar.close();
    }

    @Override
    void apply(PriceBar bar) {
        double change = bar.close() - previousClose;
        double gain = gains.with(Math.max(change, 0));
        double loss = losses.with(Math.max(-change, 0));
        index = gain + loss == 0 ? FLAT : 100 * gain / (gain + loss);
    }

    @Override
    double current() {
        return index;
    }
}
