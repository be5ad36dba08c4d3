package org.tickstock.engine.indicator;

/**
 * An exponentially smoothed value, the newest of which may still change: {@code s + a (x - s)}, begun with the first.
 *
 * <p>Thread: its owner's.
 */
final class Smoothed {

    private final double weight;
    private double settled = Double.NaN;

    /** With the weight {@code 2 / (period + 1)} for a new value. */
    Smoothed(int period) {
        weight = 2.0 / (period + 1);
    }

    void settle(double value) {
        settled = with(value);
    }

    double with(double value) {
        return Double.isNaN(settled) ? value : settled + weight * (value - settled);
    }
}
