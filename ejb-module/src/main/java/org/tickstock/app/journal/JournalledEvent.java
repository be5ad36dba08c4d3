package org.tickstock.app.journal;

import org.tickstock.engine.event.DisplayMessage;

/**
 * An event that was read back.
 *
 * @param epoch the log it stands in
 * @param offset its offset there
 * @param message the event; when it passed the stages is not known any more
 */
public record JournalledEvent(long epoch, long offset, DisplayMessage message) {
}
