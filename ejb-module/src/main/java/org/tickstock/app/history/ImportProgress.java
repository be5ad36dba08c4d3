package org.tickstock.app.history;

/**
 * How far an import is.
 *
 * <p>Thread: the import writes, anyone reads.
 */
public final class ImportProgress {

    /** What it is at. */
    public enum Phase {
        /** Waits for its turn. */
        WAITING,
        /** Reads rows into the staging table. */
        READING,
        /** Looks over whole series. */
        CHECKING,
        /** Puts what was staged into its place. */
        SWITCHING,
        /** Has come to an end, good or bad. */
        ENDED
    }

    private final String origin;
    private final long totalBytes;
    private final int number;
    private final int of;
    private volatile Phase phase = Phase.WAITING;
    private volatile long rows;
    private volatile long bytes;

    ImportProgress(String origin, long totalBytes) {
        this(origin, totalBytes, 1, 1);
    }

    /** Of one import among several that were ordered at once. */
    ImportProgress(String origin, long totalBytes, int number, int of) {
        this.origin = origin;
        this.totalBytes = totalBytes;
        this.number = number;
        this.of = of;
    }

    /** Where the rows come from. */
    public String origin() {
        return origin;
    }

    /** Which of the imports that were ordered at once this is, from 1. */
    public int number() {
        return number;
    }

    /** How many were ordered at once. */
    public int of() {
        return of;
    }

    /** What it is at. */
    public Phase phase() {
        return phase;
    }

    /** Rows read so far. */
    public long rows() {
        return rows;
    }

    /** Share of the file that was read, 0 to 100. */
    public double percent() {
        return totalBytes == 0 ? 0 : Math.min(100, 100.0 * bytes / totalBytes);
    }

    void enter(Phase next) {
        phase = next;
    }

    void rows(long count) {
        rows = count;
    }

    void bytes(long count) {
        bytes = count;
    }
}
