package org.tickstock.engine.collect;

/**
 * Offsets that a reader asked for and the log does not hold any more: declared, never silent.
 *
 * @param from first missing offset
 * @param to last missing offset; less than {@code from} when the new log has lost none of its own;
 *         {@link #NOT_KNOWN} when nobody knows
 * @param reason one of the constants
 */
public record Gap(long from, long to, String reason) {

    /** As last missing offset: how many are missing is not known. */
    public static final long NOT_KNOWN = -1;

    /** The log was too short for a reader that came so late, and the journal does not hold it either. */
    public static final String LEFT_LOG = "left_log";
    /** The reader's offsets belong to a log that is gone; the offsets here are the new log's, before what is sent. */
    public static final String UNKNOWN_EPOCH = "unknown_epoch";
    /** The journal that should hold it cannot be read; offsets of the log in memory, before what is sent. */
    public static final String JOURNAL_AWAY = "journal_away";
    /** The server was killed before it had journalled the end of this log. */
    public static final String SERVER_KILLED = "server_killed";

    /** How many offsets are missing; 0 where nobody knows. */
    public long size() {
        return to == NOT_KNOWN ? 0 : Math.max(0, to - from + 1);
    }
}
