package org.tickstock.app.database;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Whether the database can be used now, and if not, why.
 *
 * <p>Thread: written by {@code DatabaseSetup}, read from anywhere.
 */
@ApplicationScoped
public class DatabaseState {

    private static final String NOT_YET = "database not set up yet";

    private volatile String reason = NOT_YET;

    /** Whether schema and seed are in place and the last ping was answered. */
    public boolean isReady() {
        return reason == null;
    }

    /** Why it cannot be used, or null when it can. */
    public String reason() {
        return reason;
    }

    void ready() {
        reason = null;
    }

    void lost(String why) {
        reason = why;
    }
}
