package org.tickstock.engine.emit;

import org.tickstock.engine.collect.EventCursor;
import org.tickstock.engine.universe.UniverseSelection;

/**
 * One connection that wants frames. The web floor implements it over a WebSocket session.
 *
 * <p>Thread: everything but {@link #connectionId} is called by the emission timer alone.
 */
public interface Subscriber {

    /** Names the connection in logs and in the ledger. */
    String connectionId();

    /** What its user watches now; equal selections share frames. */
    UniverseSelection selection();

    /** Where it stands in the log; kept by the subscriber, moved by the emission cycle. */
    EventCursor cursor();

    /** What became of the log's events for it; kept by the subscriber, which reports completed sends. */
    ConnectionLedger ledger();

    /** Whether the first frame may go out: the client resumed, or its time to ask for that is over. */
    boolean mayStart();

    /** Where the client asked to go on, once, or null when it asked for nothing since the last call. */
    ResumePoint takeResumePoint();

    /**
     * Hands over a text frame of a cycle; false, and nothing sent, while one of an earlier cycle is in flight.
     * An accepted frame is reported to {@link EmissionLedger} and {@link #ledger} when it is on the wire or lost.
     */
    boolean trySend(String frame, EventCounts events);
}
