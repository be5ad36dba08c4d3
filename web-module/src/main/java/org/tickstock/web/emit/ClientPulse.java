package org.tickstock.web.emit;

import org.tickstock.engine.time.EpochClock;

/**
 * Whether a client is still there: anything that comes from it says so, and one that says nothing is to be asked by a
 * ping.
 *
 * <p>Thread: the server's threads tell what came, the threads that send ask; short, so they exclude each other.
 */
final class ClientPulse {

    private static final long ASK_AFTER_NS = 20_000_000_000L;
    private static final long ANSWER_WITHIN_NS = 30_000_000_000L;
    private static final long NOT_ASKED = 0;

    private final EpochClock clock;

    // guarded by this
    private long heardNs;
    private long askedNs = NOT_ASKED;

    ClientPulse(EpochClock clock) {
        this.clock = clock;
        heardNs = clock.nowNs();
    }

    synchronized void heard() {
        heardNs = clock.nowNs();
        askedNs = NOT_ASKED;
    }

    synchronized void asked() {
        if (askedNs == NOT_ASKED) {
            askedNs = clock.nowNs();
        }
    }

    synchronized boolean isToBeAsked() {
        return clock.nowNs() - heardNs >= ASK_AFTER_NS;
    }

    /** It was asked, and had its time to answer. */
    synchronized boolean isGone() {
        return askedNs != NOT_ASKED && clock.nowNs() - askedNs >= ANSWER_WITHIN_NS;
    }

    synchronized long heardNs() {
        return heardNs;
    }
}
