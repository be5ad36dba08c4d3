package org.tickstock.bench.load;

import org.HdrHistogram.Histogram;

/**
 * What came over all sockets while it was measured.
 *
 * <p>Thread: one owner.
 * <p>Units: microseconds, from the sender's milliseconds to the last byte; so up to one too many.
 */
final class LoadCounts implements LoadSocket.Listener {

    private static final long LONGEST_US = 600_000_000L;
    private static final long US_PER_MS = 1_000;
    private static final long NS_PER_US = 1_000;

    /** Where the time comes from: nanoseconds UTC. */
    interface Clock {
        long nowNs();
    }

    private final Clock clock;
    private boolean measuring;
    private long cycleMs = -1;
    private long cycleUs;
    /** From the sender's time to the receipt of a message. */
    final Histogram latencyUs = new Histogram(LONGEST_US, 3);
    /** From the sender's time to the receipt of the last message that bears it. */
    final Histogram spreadUs = new Histogram(LONGEST_US, 3);
    final Histogram frameBytes = new Histogram(Integer.MAX_VALUE, 3);
    long frames;
    long events;
    long bytes;

    LoadCounts(Clock clock) {
        this.clock = clock;
    }

    /** Counts from now on, or no more. */
    void measure(boolean on) {
        measuring = on;
        cycleMs = -1;
    }

    @Override
    public void received(LoadSocket socket, MessageScan scan, int length) {
        if (!measuring) {
            return;
        }
        frames++;
        events += scan.events;
        bytes += length;
        frameBytes.recordValue(length);
        if (scan.serverTimeMs >= 0) {
            time(scan.serverTimeMs);
        }
    }

    private void time(long serverTimeMs) {
        long us = clock.nowNs() / NS_PER_US - serverTimeMs * US_PER_MS;
        us = Math.min(LONGEST_US, Math.max(0, us));
        latencyUs.recordValue(us);
        if (serverTimeMs > cycleMs && cycleMs >= 0) {
            spreadUs.recordValue(cycleUs);
        }
        // A slow socket's frame of a cycle before does not bring that back.
        if (serverTimeMs >= cycleMs) {
            cycleMs = serverTimeMs;
            cycleUs = us;
        }
    }
}
