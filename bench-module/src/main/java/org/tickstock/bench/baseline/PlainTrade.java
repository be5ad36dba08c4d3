package org.tickstock.bench.baseline;

import java.util.List;

/**
 * One trade.
 *
 * @param symbol ticker
 * @param priceMicros price in micro-dollars
 * @param shares whole shares
 * @param conditions the vendor's condition ids
 * @param timeNs when it was made, nanoseconds UTC
 */
public record PlainTrade(String symbol, long priceMicros, long shares, List<Integer> conditions, long timeNs) {

    private static final long NS_PER_S = 1_000_000_000L;

    long second() {
        return timeNs / NS_PER_S;
    }
}
