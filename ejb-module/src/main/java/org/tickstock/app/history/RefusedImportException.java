package org.tickstock.app.history;

import jakarta.ejb.ApplicationException;

/**
 * An import cannot be taken.
 */
@ApplicationException
public class RefusedImportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** There is no such file where files may be imported from. */
        NO_FILE,
        /** There is no such folder, or no file in it. */
        NO_FOLDER,
        /** Another one is under way. */
        BUSY,
        /** The vendor gives nothing without a key. */
        NO_KEY
    }

    private final Reason reason;

    RefusedImportException(Reason reason, String text) {
        super(text);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
