package org.tickstock.engine.collect;

/**
 * A stretch of a log as history has it.
 *
 * @param batch what comes next; its gap stands before its messages, and without messages it reaches to the log's end.
 *         Null when history knows nothing of the log
 * @param nextEpoch the log that follows this one, when nothing comes after the batch; 0 while more may come
 */
public record HistoryPage(EventBatch batch, long nextEpoch) {

    /** The log is not known. */
    public static final HistoryPage UNKNOWN = new HistoryPage(null, 0);

    /** History does not hold yet what it will hold soon: ask again. */
    public static final HistoryPage LATER = new HistoryPage(null, 0);

    /** Whether history knows the log. */
    public boolean isKnown() {
        return batch != null;
    }
}
