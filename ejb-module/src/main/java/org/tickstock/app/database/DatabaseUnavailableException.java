package org.tickstock.app.database;

import jakarta.ejb.ApplicationException;

/**
 * Tells that something needs the database while it is away; the web answers 503.
 */
@ApplicationException(rollback = true)
public class DatabaseUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The reason, for a person. */
    public DatabaseUnavailableException(String reason) {
        super(reason);
    }

    /** The reason, and the fault that told it. */
    public DatabaseUnavailableException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
