package org.tickstock.app.journal;

import java.util.List;
import org.tickstock.engine.collect.Gap;
import org.tickstock.engine.event.DisplayMessage;

/**
 * Events of one log in the order of their offsets.
 *
 * @param epoch the log
 * @param after what was asked for
 * @param to last offset covered; the next page is what comes after it
 * @param last newest offset that the log has, as far as is known
 * @param nextEpoch the log after this one, 0 when this is the newest
 * @param gap offsets within the page that nobody has any more, or null
 * @param events the events
 */
public record EventPage(
        long epoch, long after, long to, long last, long nextEpoch, Gap gap, List<Located> events) {

    /**
     * An event and where it stands.
     *
     * @param offset its number in the log
     * @param message the event
     */
    public record Located(long offset, DisplayMessage message) {
    }
}
