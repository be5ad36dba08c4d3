package org.tickstock.app.database;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;

/**
 * Why something does not get into the database: told in the log when that begins, becomes another reason, and ends.
 *
 * <p>Thread: one tells, anyone asks.
 */
public final class Trouble {

    private final Logger log;
    private final String arrives;
    private final String waits;
    private volatile String reason;

    /** Of something that {@code arrives}, or else {@code waits}: both phrases as they stand in the log. */
    public Trouble(Logger log, String arrives, String waits) {
        this.log = log;
        this.arrives = arrives;
        this.waits = waits;
    }

    /** How it stands by now; {@code why} is null where nothing is in the way, {@code reached} how far it has come. */
    public void tell(String why, long reached) {
        if (!Objects.equals(why, reason)) {
            if (why == null) {
                log.log(Level.INFO, arrives + "={0,number,#}", reached);
            } else {
                log.log(Level.WARNING, waits + " reason={0}", why);
            }
        }
        reason = why;
    }

    /** What is in the way; null where nothing is. */
    public String reason() {
        return reason;
    }
}
