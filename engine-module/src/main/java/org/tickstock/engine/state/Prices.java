package org.tickstock.engine.state;

/**
 * How prices are held against each other.
 *
 * <p>A mean is a sum, and sums round: two prices nearer to each other than a billionth are equal. A figure that is not
 * known is neither above nor below anything.
 */
final class Prices {

    private static final double CLOSE = 1e-9;

    private Prices() {
    }

    /** Whether {@code price} is truly above {@code other}. */
    static boolean isAbove(double price, double other) {
        return price - other > CLOSE * Math.abs(other);
    }

    /** 1 above, 0 equal, -1 below; both must be known. */
    static int compare(double price, double other) {
        if (isAbove(price, other)) {
            return 1;
        }
        return isAbove(other, price) ? -1 : 0;
    }

    /** The change in per cent; unknown where one of the prices is. */
    static double changePct(double price, double before) {
        return (price / before - 1) * 100;
    }
}
