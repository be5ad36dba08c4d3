package org.tickstock.engine.bar;

import org.tickstock.engine.market.MarketSession;

/**
 * What one symbol traded in one minute of event time, half-open: [start, start + 60 s).
 *
 * <p>Units: prices in micro-dollars, volume in micro-shares, start in nanoseconds UTC.
 * <p>Source: market rules, section 2.
 *
 * @param symbolId dense number of the symbol
 * @param tradeDay New York trade date, epoch days
 * @param session in which the minute lies
 * @param startNs first nanosecond of the minute
 * @param openMicros price of the first trade that may set the last price
 * @param highMicros highest price of the trades that may set a high
 * @param lowMicros lowest price of the trades that may set a low
 * @param closeMicros price of the last trade that may set the last price
 * @param volumeMicros shares of all trades that count in volume
 * @param trades how many count in volume
 * @param revision 0 as first closed; one more with each change after
 * @param state what may still happen to it
 * @param exact false where a trade that set a price was taken back too late to tell what the price would be without it
 */
public record Bar(int symbolId, int tradeDay, MarketSession session, long startNs,
        long openMicros, long highMicros, long lowMicros, long closeMicros, long volumeMicros, int trades,
        int revision, State state, boolean exact) {

    /** Length of a bar. */
    public static final long LENGTH_NS = 60_000_000_000L;

    /** What may still happen to a bar. */
    public enum State {
        /** Its minute goes on. */
        FORMING,
        /** Its minute is over; late trades and cancels may still change it. */
        PROVISIONAL,
        /** Changed after it was closed. */
        REVISED,
        /** Its trade date is over. */
        FINAL,
        /** There is no such bar any more: every trade that made it one was taken back. Prices and volume are 0. */
        WITHDRAWN
    }

    /** First nanosecond after the minute. */
    public long endNs() {
        return startNs + LENGTH_NS;
    }
}
