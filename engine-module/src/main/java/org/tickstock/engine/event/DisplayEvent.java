package org.tickstock.engine.event;

/**
 * An event that users see: it is converted once, enters the log and gets an offset.
 */
public sealed interface DisplayEvent extends MarketEvent
        permits HighLowEvent, TrendEvent, SurgeEvent, EventRevision {

    /** Where and when it arose. */
    EventOrigin origin();

    /** Up or down: which list of the frame it belongs to. */
    Direction direction();

    @Override
    default long tsEventNs() {
        return origin().tsEventNs();
    }
}
