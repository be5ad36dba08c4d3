package org.tickstock.app.analytics;

/**
 * How counts and gauges reach the database.
 *
 * @param changes how often a symbol's count changed since the start
 * @param rowsWritten rows of counts written for them
 * @param statements how many statements wrote those rows: one for each round that had any
 * @param readingsWritten the market's windows written
 * @param waiting rows of counts that changed since they were last written
 * @param trouble why the last round wrote nothing; null when it did
 */
public record SyncStatus(long changes, long rowsWritten, long statements, long readingsWritten, int waiting,
        String trouble) {

    /** Changes for each row written; 0 before the first. */
    public double changesPerRow() {
        return rowsWritten == 0 ? 0 : (double) changes / rowsWritten;
    }

    /** Changes for each statement that wrote counts; 0 before the first. */
    public double changesPerStatement() {
        return statements == 0 ? 0 : (double) changes / statements;
    }
}
