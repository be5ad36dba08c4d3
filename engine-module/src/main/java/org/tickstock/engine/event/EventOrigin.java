package org.tickstock.engine.event;

import org.tickstock.engine.market.MarketSession;

/**
 * What every market event carries: where and when it arose, and the state of its symbol at that moment.
 *
 * <p>Identity: symbol, trade date, type and ordinal; nothing random, nothing from a wall clock.
 * <p>Units: micro-dollars, micro-shares, nanoseconds UTC, percent points; {@code NaN} where a value is not known.
 *
 * @param symbolId dense number of the symbol
 * @param symbol ticker
 * @param tradeDay New York trade date, epoch days
 * @param session market session of the raising trade
 * @param ordinal running number of the symbol's events on this trade date, from 1, over all types
 * @param tsEventNs event time of the raising trade
 * @param tsInitNs when that trade was received; latency only, never part of the event's content
 * @param priceMicros the event's price: of the raising trade, or the extreme for a high or low
 * @param percentChange against the session's base price
 * @param vwapUsd day VWAP, {@code NaN} before the first volume
 * @param vwapDivergencePct (price - vwap) / vwap * 100, {@code NaN} where VWAP is
 * @param sizeMicros size of the raising trade
 * @param relVolume size against the average trade size, 0 where that is not known
 * @param isReopening whether the raising trade is the first after a halt
 */
public record EventOrigin(
        int symbolId,
        String symbol,
        int tradeDay,
        MarketSession session,
        int ordinal,
        long tsEventNs,
        long tsInitNs,
        long priceMicros,
        double percentChange,
        double vwapUsd,
        double vwapDivergencePct,
        long sizeMicros,
        double relVolume,
        boolean isReopening) {

    /** An origin must name a symbol and have a positive price. */
    public EventOrigin {
        if (priceMicros <= 0) {
            throw new IllegalArgumentException("event price must be > 0, was " + priceMicros + " for " + symbol);
        }
    }

    /** Trade date and market session in one number that grows with time. */
    public int sessionKey() {
        return sessionKeyOf(tradeDay, session);
    }

    /** The key of a session: trade date and market session in one number that grows with time. */
    public static int sessionKeyOf(int tradeDay, MarketSession session) {
        return tradeDay * MarketSession.values().length + session.ordinal();
    }
}
