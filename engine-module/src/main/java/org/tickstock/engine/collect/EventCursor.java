package org.tickstock.engine.collect;

/**
 * Where one reader stands in the log.
 *
 * <p>Thread: moved by the emission timer alone; {@link #after()} may be read from anywhere.
 */
public final class EventCursor {

    private static final long NOT_STARTED = -1;

    private volatile long epoch;
    private volatile long after = NOT_STARTED;
    private volatile long since = NOT_STARTED;
    private long failingSinceNs;
    private long lastFrameNs;
    private Gap owedGap;

    /** Whether the reader has a place in the log. */
    public boolean isStarted() {
        return after != NOT_STARTED;
    }

    /** The last offset the reader has, -1 before it started. */
    public long after() {
        return after;
    }

    /** The offset behind which it began, or was put by the client: what came before was not sent from here. */
    public long since() {
        return since;
    }

    /** The log it stands in; 0 before it started. */
    public long epoch() {
        return epoch;
    }

    /** Puts the reader behind an offset of this log; it is owed nothing from before. */
    public void enter(long log, long offset) {
        epoch = log;
        since = offset;
        after = offset;
        failingSinceNs = 0;
        owedGap = null;
    }

    /** How long history has failed this reader: nanoseconds since the first of the faults in a row. */
    public long failingForNs(long nowNs) {
        if (failingSinceNs == 0 || failingSinceNs > nowNs) {
            failingSinceNs = nowNs;
        }
        return nowNs - failingSinceNs;
    }

    /** A gap that must be declared before any event, or null. */
    public Gap owedGap() {
        return owedGap;
    }

    /** Remembers a gap until it is declared; null clears it. */
    public void oweGap(Gap gap) {
        owedGap = gap;
    }

    /** When a frame last went out to this reader, nanoseconds UTC; 0 before the first. */
    public long lastFrameNs() {
        return lastFrameNs;
    }

    /** Notes that a frame went out. */
    public void frameSentAt(long nowNs) {
        lastFrameNs = nowNs;
    }

    /** Puts the reader behind this offset. */
    public void moveTo(long offset) {
        after = offset;
        failingSinceNs = 0;
    }
}
