package org.tickstock.app.database;

/**
 * Rows that a new database must have; each room brings its own.
 *
 * <p>Thread: the setup's, outside a transaction.
 * <p>Errors: whatever it throws is told by readiness, and all seeds are tried again.
 */
public interface DatabaseSeed {

    /** Seeds with lower numbers come first. */
    int order();

    /** Adds what is absent; does nothing when it is there. */
    void seed();
}
