package org.tickstock.engine.indicator;

/**
 * Bollinger bands: the mean of closes, and so many sample standard deviations above and below.
 *
 * <p>Units: USD; {@link #value} is %B, 0 at the lower band and 1 at the upper; {@link #bandwidth} is in per cent of the
 * middle. Needs {@code period} bars. Bands of no width have no %B: 0.5.
 */
public final class BollingerBands extends BarIndicator {

    private final SlidingDeviation closes;
    private final double width;
    private double middle;
    private double reach;
    private double close;

    /** 20 bars, 2 deviations. */
    public BollingerBands() {
        this(20, 2);
    }

    /** Of so many bars, so many deviations wide on either side. */
    public BollingerBands(int period, double deviations) {
        super(period(period));
        if (!(deviations > 0)) {
            throw new IllegalArgumentException("bands must be above 0 deviations wide, was " + deviations);
        }
        closes = new SlidingDeviation(period);
        width = deviations;
    }

    /** The mean. */
    public double middle() {
        return whenReady(middle);
    }

    /** The upper band. */
    public double upper() {
        return whenReady(middle + reach);
    }

    /** The lower band. */
    public double lower() {
        return whenReady(middle - reach);
    }

    /** From band to band, in per cent of the middle. */
    public double bandwidth() {
        return whenReady(200 * reach / middle);
    }

    @Override
    void settle(PriceBar bar) {
        closes.settle(bar.close());
    }

    @Override
    void apply(PriceBar bar) {
        close = bar.close();
        middle = closes.meanWith(close);
        reach = width * closes.deviationWith(close);
    }

    @Override
    double current() {
        return reach == 0 ? 0.5 : (close - middle + reach) / (2 * reach);
    }
}
