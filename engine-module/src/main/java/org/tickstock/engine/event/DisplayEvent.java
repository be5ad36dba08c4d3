package org.tickstock.engine.event;

import java.time.LocalDate;

/**
 * An event that users see: it is converted once, enters the log and gets an offset.
 */
public sealed interface DisplayEvent extends MarketEvent
        permits HighLowEvent, TrendEvent, SurgeEvent, EventRevision {

    /** Where and when it arose. */
    EventOrigin origin();

    /** Up or down: which list of the frame it belongs to. */
    Direction direction();

    /** Its identity, for example {@code AAPL-2013-10-08-high-17}. */
    default String id() {
        return idOf(origin().symbol(), LocalDate.ofEpochDay(origin().tradeDay()).toString(), type(),
                origin().ordinal());
    }

    /** How an identity is made up. */
    static String idOf(String symbol, String tradeDate, EventType type, int ordinal) {
        return symbol + '-' + tradeDate + '-' + type.wireName() + '-' + ordinal;
    }

    @Override
    default long tsEventNs() {
        return origin().tsEventNs();
    }
}
