package org.tickstock.engine.trace;

import java.util.Locale;

/**
 * Where an event's way ends, or where it has come to so far.
 */
public enum TraceEnd {
    /** A connection got it. */
    EMITTED,
    /** It stands in a frame, and the connection had not taken its last one yet; it is tried again. */
    CONNECTION_BUSY,
    /** A cycle went over it; no connection watches its symbol. */
    NOT_WATCHED,
    /** A cycle went over it; nobody was connected. */
    NOBODY_CONNECTED,
    /** In the log; the next cycle comes to it. */
    IN_LOG,
    /** A worker is done with it, the collector comes to it. */
    IN_DISPLAY_QUEUE,
    /** It waits for a worker. */
    IN_PRIORITY_QUEUE,
    /** Raised, and on its way into the queue. */
    AT_QUEUE,
    /** The queue was full, or closed, and refused it. */
    REFUSED_BY_QUEUE,
    /** It made room in the queue for a more urgent one. */
    SHED_FROM_QUEUE,
    /** A worker could not convert it or hand it on. */
    FAILED_IN_WORKER;

    /** The name in JSON. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is lost: counted in the ledger by the stage that refused it. */
    public boolean isLoss() {
        return compareTo(REFUSED_BY_QUEUE) >= 0;
    }
}
