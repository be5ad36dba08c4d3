package org.tickstock.app.emit;

import java.util.Arrays;

/**
 * How long the last emission cycles took, of those that had a frame to send: exact quantiles, not estimates.
 *
 * <p>Thread: the emission timer adds, anyone reads; both are short, so they exclude each other.
 * <p>Units: nanoseconds.
 */
final class CycleTimes {

    /** At one a second, five minutes. */
    private static final int KEPT = 300;

    // guarded by this
    private final long[] tookNs = new long[KEPT];
    private long added;

    synchronized void add(long durationNs) {
        tookNs[(int) (added++ % KEPT)] = durationNs;
    }

    /** The time within which this share of the cycles ended, 0 before the first; 1 is the longest. */
    long quantileNs(double share) {
        long[] sorted = kept();
        if (sorted.length == 0) {
            return 0;
        }
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }

    private synchronized long[] kept() {
        return Arrays.copyOf(tookNs, (int) Math.min(added, KEPT));
    }
}
