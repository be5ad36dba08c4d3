package org.tickstock.engine.event;

import org.tickstock.engine.market.MarketSession;

/**
 * Announces that a market session began: it takes the same way as any event, first in line.
 *
 * @param tradeDay New York trade date, epoch days
 * @param from what held before
 * @param to what holds now
 * @param tsEventNs the boundary, nanoseconds UTC
 */
public record ControlEvent(int tradeDay, MarketSession from, MarketSession to, long tsEventNs) implements MarketEvent {

    @Override
    public EventType type() {
        return EventType.SESSION;
    }
}
