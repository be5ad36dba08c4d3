package org.tickstock.engine.event;

import org.tickstock.engine.market.MarketSession;

/**
 * Takes back or puts right a high or low that was raised by a trade which does not stand.
 *
 * <p>Source: market rules, section 4.
 *
 * @param origin where and when it became known; its price is the extreme that holds now, or the old one where none does
 * @param revisedSession market session of the revised event
 * @param direction side of the revised event: UP for a high, DOWN for a low
 * @param revisedOrdinal ordinal of the revised event within the symbol's trade date
 * @param status what became of it
 * @param reason what happened to its trade
 * @param wasMicros the price it had reported
 * @param extremeNs when the extreme that holds now was printed, 0 where none does or it is not known
 */
public record EventRevision(
        EventOrigin origin,
        MarketSession revisedSession,
        Direction direction,
        int revisedOrdinal,
        Status status,
        Reason reason,
        long wasMicros,
        long extremeNs) implements DisplayEvent {

    /** What became of the event. */
    public enum Status {
        /** There was no such extreme. */
        RETRACTED("retracted"),
        /** There was an extreme, at the origin's price. */
        REVISED("revised");

        private final String wireName;

        Status(String wireName) {
            this.wireName = wireName;
        }

        /** The name in JSON. */
        public String wireName() {
            return wireName;
        }
    }

    /** What happened to the trade. */
    public enum Reason {
        /** It never was. */
        CANCEL("cancel"),
        /** It was at another price, or of another kind. */
        CORRECTION("correction");

        private final String wireName;

        Reason(String wireName) {
            this.wireName = wireName;
        }

        /** The name in JSON. */
        public String wireName() {
            return wireName;
        }
    }

    @Override
    public EventType type() {
        return EventType.REVISION;
    }

    /** Type of the revised event. */
    public EventType revisedType() {
        return direction == Direction.UP ? EventType.HIGH : EventType.LOW;
    }
}
