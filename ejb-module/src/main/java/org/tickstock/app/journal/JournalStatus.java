package org.tickstock.app.journal;

/**
 * Read-out of the journal.
 *
 * @param durableOffset the log up to here is in the database, or declared lost there
 * @param lag events of the log that are not there yet
 * @param written events written since the start
 * @param lost events that neither memory nor the spill file could hold
 * @param spilledBytes bytes of the spill file that wait for the database
 * @param trouble why the last round did not get everything into the database, or null
 * @param behind whether more waits than a database that is there would leave
 */
public record JournalStatus(
        long durableOffset, long lag, long written, long lost, long spilledBytes, String trouble, boolean behind) {

    /** Whether events reach the database as they should. */
    public boolean isHealthy() {
        return trouble == null && !behind;
    }
}
