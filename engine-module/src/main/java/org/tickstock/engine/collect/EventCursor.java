package org.tickstock.engine.collect;

/**
 * Where one reader stands in the log.
 *
 * <p>Thread: moved by the emission timer alone; {@link #after()} may be read from anywhere.
 */
public final class EventCursor {

    private static final long NOT_STARTED = -1;

    private volatile long after = NOT_STARTED;

    /** Whether the reader has a place in the log. */
    public boolean isStarted() {
        return after != NOT_STARTED;
    }

    /** The last offset the reader has, -1 before it started. */
    public long after() {
        return after;
    }

    /** Puts the reader behind this offset. */
    public void moveTo(long offset) {
        after = offset;
    }
}
