package org.tickstock.engine.state;

import java.util.Arrays;

/**
 * What a figure was some settled bars ago.
 *
 * <p>Thread: its owner's.
 */
final class Lagged {

    private final double[] settled;
    private int next;

    /** Remembers {@code bars} of them. */
    Lagged(int bars) {
        settled = new double[bars];
        Arrays.fill(settled, Double.NaN);
    }

    void settle(double figure) {
        settled[next] = figure;
        next = next + 1 == settled.length ? 0 : next + 1;
    }

    /** The oldest of them: what it was as many bars before the newest, which is not settled. NaN before there are. */
    double oldest() {
        return settled[next];
    }
}
