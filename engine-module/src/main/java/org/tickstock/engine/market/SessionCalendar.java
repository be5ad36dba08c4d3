package org.tickstock.engine.market;

/**
 * Answers which market session holds at an instant.
 *
 * <p>Thread: implementations are immutable; may be shared.
 */
public interface SessionCalendar {

    /** The span that contains {@code tsNs}; consecutive spans leave no hole and do not overlap. */
    SessionSpan spanAt(long tsNs);
}
