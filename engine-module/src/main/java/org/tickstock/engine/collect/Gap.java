package org.tickstock.engine.collect;

/**
 * Offsets that a reader asked for and the log does not hold any more: declared, never silent.
 *
 * @param from first missing offset
 * @param to last missing offset; less than {@code from} when the new log has lost none of its own
 * @param reason {@link #LEFT_LOG} or {@link #UNKNOWN_EPOCH}
 */
public record Gap(long from, long to, String reason) {

    /** The log was too short for a reader that came so late. */
    public static final String LEFT_LOG = "left_log";
    /** The reader's offsets belong to a log that is gone; the offsets here are the new log's, before what is sent. */
    public static final String UNKNOWN_EPOCH = "unknown_epoch";
}
