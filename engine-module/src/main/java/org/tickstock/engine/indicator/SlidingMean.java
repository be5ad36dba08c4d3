package org.tickstock.engine.indicator;

/**
 * The mean of the last values, the newest of which may still change.
 *
 * <p>Holds all of the window but the newest. The running sum is taken anew at each turn of the ring, so that rounding
 * does not add up.
 * <p>Thread: its owner's.
 */
final class SlidingMean {

    private final int length;
    private final double[] settled;
    private int next;
    private double sum;

    SlidingMean(int length) {
        this.length = length;
        this.settled = new double[length - 1];
    }

    void settle(double value) {
        if (settled.length == 0) {
            return;
        }
        sum += value - settled[next];
        settled[next] = value;
        next++;
        if (next == settled.length) {
            next = 0;
            sum = 0;
            for (double each : settled) {
                sum += each;
            }
        }
    }

    /** The mean with this value as the newest; of too few values, as if those before were 0. */
    double with(double value) {
        return (sum + value) / length;
    }
}
