package org.tickstock.engine.feed;

import java.util.Arrays;

/**
 * How often each member of the synthetic market trades: the second half as often as the first, the third a third.
 *
 * <p>Thread: immutable.
 * <p>Source: Zipf's law with exponent 1.
 */
final class SyntheticCrowd {

    private final double[] cumulated;
    private final double ticksPerSecond;

    SyntheticCrowd(int members, double ticksPerSecond) {
        this.ticksPerSecond = ticksPerSecond;
        this.cumulated = new double[members];
        double sum = 0;
        for (int i = 0; i < members; i++) {
            sum += 1.0 / (i + 1);
            cumulated[i] = sum;
        }
    }

    /** Mean trades per second of one member. */
    double rateOf(int member) {
        return ticksPerSecond / (member + 1) / cumulated[cumulated.length - 1];
    }

    /** Whose trade it is, for a uniform draw from [0, 1). */
    int memberAt(double uniform) {
        int found = Arrays.binarySearch(cumulated, uniform * cumulated[cumulated.length - 1]);
        return found >= 0 ? Math.min(found + 1, cumulated.length - 1) : Math.min(-found - 1, cumulated.length - 1);
    }
}
