package org.tickstock.app.journal;

import org.tickstock.engine.event.Direction;
import org.tickstock.engine.event.DisplayMessage;
import org.tickstock.engine.event.EventType;

/**
 * What the journal keeps, in the order of the log; the spill file holds the same while the database is away.
 */
public sealed interface JournalRecord {

    /** The log it belongs to. */
    long epoch();

    /**
     * One event of the log; the symbol's dense number is left out, it holds for one run of the server only.
     *
     * @param body as in {@link DisplayMessage}
     */
    record Row(long epoch, long offset, String id, EventType type, Direction direction, String symbol, int sessionKey,
            int countChange, long tsEventNs, long tsInitNs, int ordinal, byte[] body) implements JournalRecord {

        /** The row of a message. */
        static Row of(long epoch, long offset, DisplayMessage message) {
            return new Row(epoch, offset, message.id(), message.type(), message.direction(), message.symbol(),
                message.sessionKey(), message.countChange(), message.tsEventNs(), message.tsInitNs(),
                message.ordinal(), message.body());
        }

        /** The message again, with the number that the symbol has now. */
        DisplayMessage message(int symbolId) {
            return new DisplayMessage(
                id, type, direction, symbolId, symbol, sessionKey, countChange, tsEventNs, tsInitNs, ordinal, body);
        }
    }

    /**
     * Offsets that nothing could hold.
     *
     * @param from first
     * @param to last
     */
    record Lost(long epoch, long from, long to) implements JournalRecord {
    }

    /**
     * The log ended in good order.
     *
     * @param lastOffset its last offset, 0 when there was no event
     */
    record End(long epoch, long lastOffset) implements JournalRecord {
    }
}
