package org.tickstock.engine.detect;

import java.util.concurrent.atomic.AtomicInteger;
import org.tickstock.engine.market.SessionSpan;

/**
 * Where all lanes meet when a market session begins: each has worked off the old session and reset its symbols, the
 * last to come announces the new one, then all go on.
 *
 * <p>Nobody blocks: a lane that is early finds no work until the others have come. Since the boundary lies at the same
 * tick of the feed for every lane, no event of the new session is raised before it was announced, and a tape is cut at
 * the same places whatever the number of lanes.
 * <p>Thread: lanes; the listener is called by the last of them.
 */
final class SessionBarrier {

    /** Told that a session ended and another began. */
    @FunctionalInterface
    interface Listener {

        void onSession(SessionSpan ended, SessionSpan begun);
    }

    /**
     * A change of session.
     *
     * @param number running number, from 1
     * @param ended what held before
     * @param begun what holds now
     */
    record Boundary(int number, SessionSpan ended, SessionSpan begun) {
    }

    private final int lanes;
    private final Listener listener;
    private final AtomicInteger arrived = new AtomicInteger();
    private volatile int passed;

    SessionBarrier(int lanes, Listener listener) {
        this.lanes = lanes;
        this.listener = listener;
    }

    /** One lane is ready for the new session; each calls once for each boundary. */
    void arrive(Boundary boundary) {
        if (arrived.incrementAndGet() == lanes) {
            arrived.set(0);
            try {
                listener.onSession(boundary.ended(), boundary.begun());
            } finally {
                passed = boundary.number();
            }
        }
    }

    /** Whether everyone has come, so that work may go on. */
    boolean hasPassed(Boundary boundary) {
        return passed >= boundary.number();
    }
}
