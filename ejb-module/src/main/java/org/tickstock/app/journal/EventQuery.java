package org.tickstock.app.journal;

import org.tickstock.engine.event.EventType;

/**
 * Which events of a log somebody wants to see.
 *
 * @param epoch the log
 * @param after the offset before the first
 * @param limit how many at most
 * @param symbol of this symbol only, or null
 * @param type of this type only, or null
 * @param fromNs no earlier than this event time
 * @param toNs earlier than this event time
 */
public record EventQuery(
        long epoch, long after, int limit, String symbol, EventType type, long fromNs, long toNs) {

    /** Everything. */
    static EventQuery all(long epoch, long after, int limit) {
        return new EventQuery(epoch, after, limit, null, null, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** Whether it leaves events out. */
    boolean isFiltered() {
        return symbol != null || type != null || fromNs != Long.MIN_VALUE || toNs != Long.MAX_VALUE;
    }

    boolean matches(String ofSymbol, EventType ofType, long atNs) {
        return (symbol == null || symbol.equals(ofSymbol)) && (type == null || type == ofType)
            && atNs >= fromNs && atNs < toNs;
    }
}
