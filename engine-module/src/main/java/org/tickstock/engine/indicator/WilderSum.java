package org.tickstock.engine.indicator;

/**
 * Wilder's running sum: {@code period - 1} values added up, then {@code sum - sum / period + x}.
 *
 * <p>Thread: its owner's.
 */
final class WilderSum {

    private final int period;
    private int settled;
    private double sum;

    WilderSum(int period) {
        this.period = period;
    }

    void settle(double value) {
        sum = with(value);
        settled++;
    }

    double with(double value) {
        return settled < period - 1 ? sum + value : sum - sum / period + value;
    }
}
