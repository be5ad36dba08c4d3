package org.tickstock.engine.detect;

import org.tickstock.engine.market.Tick;

/**
 * Volume-weighted average price of one symbol since 04:00 New York, or the feed's own where it carries one.
 *
 * <p>Whole shares only, so that the sum of price times shares stays exact.
 * <p>Thread: belongs to the symbol's lane.
 * <p>Units: micro-dollars, micro-shares.
 * <p>Source: detection rules, section 0.
 */
final class DayVwap {

    private static final long MICROS = 1_000_000L;

    private long priceTimesShares;
    private long shares;
    private long feedMicros;
    private boolean isBeyondLong;

    void add(Tick print) {
        add(print.priceMicros, print.sizeMicros);
        feedMicros = print.dayVwapMicros > 0 ? print.dayVwapMicros : feedMicros;
    }

    void add(long priceMicros, long sizeMicros) {
        long whole = sizeMicros / MICROS;
        long product = priceMicros * whole;
        long sum = priceTimesShares + product;
        isBeyondLong |= Math.multiplyHigh(priceMicros, whole) != 0 || product < 0 || sum < 0;
        priceTimesShares = sum;
        shares += whole;
    }

    /** Takes back what was added. */
    void remove(long priceMicros, long sizeMicros) {
        long whole = sizeMicros / MICROS;
        priceTimesShares -= priceMicros * whole;
        shares -= whole;
    }

    /** In USD; {@code NaN} before the first volume, or when the day's sum is beyond what can be exact. */
    double usd() {
        if (feedMicros > 0) {
            return (double) feedMicros / MICROS;
        }
        return shares == 0 || isBeyondLong ? Double.NaN : (double) priceTimesShares / shares / MICROS;
    }

    void clear() {
        priceTimesShares = 0;
        shares = 0;
        feedMicros = 0;
        isBeyondLong = false;
    }
}
