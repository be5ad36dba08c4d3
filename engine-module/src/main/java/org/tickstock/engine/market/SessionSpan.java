package org.tickstock.engine.market;

/**
 * One stretch of one market session: half-open, [start, end).
 *
 * <p>Units: nanoseconds since the epoch, UTC; the trade date as days since 1970-01-01.
 *
 * @param tradeDay the New York trade date, epoch days
 * @param session what holds in this stretch
 * @param startNs first nanosecond inside
 * @param endNs first nanosecond after
 */
public record SessionSpan(int tradeDay, MarketSession session, long startNs, long endNs) {

    /** Whether {@code tsNs} lies inside. */
    public boolean contains(long tsNs) {
        return tsNs >= startNs && tsNs < endNs;
    }
}
