package org.tickstock.engine.indicator;

import java.util.function.ToDoubleFunction;

/**
 * The highest or lowest price of the last bars.
 *
 * <p>Units: USD. Needs {@code period} bars.
 */
public final class Extreme extends BarIndicator {

    private final ToDoubleFunction<PriceBar> price;
    /** 1 for the highest, -1 for the lowest: the lowest is the greatest of what is negated. */
    private final double sign;
    private final SlidingMaximum prices;
    private double extreme;

    private Extreme(int period, ToDoubleFunction<PriceBar> price, double sign) {
        super(period(period));
        this.price = price;
        this.sign = sign;
        prices = new SlidingMaximum(period);
    }

    /** The highest high. */
    public static Extreme highestHigh(int period) {
        return new Extreme(period, PriceBar::high, 1);
    }

    /** The highest close. */
    public static Extreme highestClose(int period) {
        return new Extreme(period, PriceBar::close, 1);
    }

    /** The lowest low. */
    public static Extreme lowestLow(int period) {
        return new Extreme(period, PriceBar::low, -1);
    }

    @Override
    void settle(PriceBar bar) {
        prices.settle(sign * price.applyAsDouble(bar));
    }

    @Override
    void apply(PriceBar bar) {
        extreme = sign * prices.with(sign * price.applyAsDouble(bar));
    }

    @Override
    double current() {
        return extreme;
    }
}
