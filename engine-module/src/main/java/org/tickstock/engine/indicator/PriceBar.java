package org.tickstock.engine.indicator;

/**
 * A bar of any length as indicators see it.
 *
 * <p>Units: USD, adjusted for splits; shares.
 * <p>Errors: a bar that cannot be is refused with rule and values.
 *
 * @param open first price
 * @param high highest
 * @param low lowest
 * @param close last
 * @param volume shares traded
 */
public record PriceBar(double open, double high, double low, double close, double volume) {

    /** Checks that the prices are in order and everything is a number. */
    public PriceBar {
        boolean isOrdered = low <= open && low <= close && open <= high && close <= high;
        if (!isOrdered || low <= 0 || !(high < Double.POSITIVE_INFINITY) || !(volume >= 0)) {
            throw new IllegalArgumentException("a bar must have 0 < low <= open, close <= high and volume >= 0, was"
                    + " open=" + open + " high=" + high + " low=" + low + " close=" + close + " volume=" + volume);
        }
    }

    /** Mean of high, low and close. */
    public double typical() {
        return (high + low + close) / 3;
    }
}
