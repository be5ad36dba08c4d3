package org.tickstock.engine.emit;

import java.util.concurrent.atomic.LongAdder;

/**
 * Counts deliveries: one event to one connection is one delivery.
 *
 * <p>Thread: any; offered by the emission timer, sent and failed by the threads that complete a send.
 */
public final class EmissionLedger {

    private final LongAdder offered = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final LongAdder failed = new LongAdder();

    /** So many events were handed to a connection. */
    public void offered(int events) {
        offered.add(events);
    }

    /** So many events are on the wire. */
    public void sent(int events) {
        sent.add(events);
    }

    /** So many events were handed over to a connection that broke; its client resumes behind them. */
    public void failed(int events) {
        failed.add(events);
    }

    /** Deliveries handed over. */
    public long offered() {
        return offered.sum();
    }

    /** Deliveries on the wire. */
    public long sent() {
        return sent.sum();
    }

    /** Deliveries to connections that broke. */
    public long failed() {
        return failed.sum();
    }
}
