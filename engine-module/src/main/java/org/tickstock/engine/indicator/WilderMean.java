package org.tickstock.engine.indicator;

/**
 * Wilder's smoothing: the plain mean of the first {@code period} values, then {@code (mean (period - 1) + x) / period}.
 *
 * <p>Thread: its owner's.
 */
final class WilderMean {

    private final int period;
    private int settled;
    private double sum;
    private double mean;

    WilderMean(int period) {
        this.period = period;
    }

    void settle(double value) {
        mean = with(value);
        sum += value;
        settled++;
    }

    /** The mean with this value as the newest; of too few values, as if those before were 0. */
    double with(double value) {
        return settled < period ? (sum + value) / period : (mean * (period - 1) + value) / period;
    }
}
