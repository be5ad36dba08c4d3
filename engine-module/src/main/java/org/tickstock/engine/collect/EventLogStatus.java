package org.tickstock.engine.collect;

/**
 * Read-out of the log.
 *
 * @param epoch changes when history is lost
 * @param firstOffset oldest offset still held; lastOffset + 1 when the log is empty
 * @param lastOffset newest offset, 0 before the first event
 * @param capacity how many it can hold
 */
public record EventLogStatus(long epoch, long firstOffset, long lastOffset, int capacity) {

    /** How many it holds. */
    public long depth() {
        return lastOffset - firstOffset + 1;
    }
}
