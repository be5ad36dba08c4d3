package org.tickstock.engine.detect;

import org.tickstock.engine.market.Tick;

/**
 * What the trades of a symbol add up to: the day's VWAP, the mean size of the last twenty, buying against selling.
 *
 * <p>Three figures in one object, because every live print changes all of them: a symbol that trades every few seconds
 * has left the caches each time, and what is then paid for is how many places of memory a tick goes to.
 * <p>The VWAP counts whole shares only, so that the sum of price times shares stays exact.
 * <p>Thread: belongs to the symbol's lane.
 * <p>Units: micro-dollars, micro-shares.
 * <p>Source: detection rules, sections 0 and 4.
 */
final class TradeFlow {

    static final long NO_WINDOW = Long.MIN_VALUE;

    private static final long MICROS = 1_000_000L;
    private static final int TRADES = 20;
    private static final int KNOWN_FROM = 5;

    // VWAP since 04:00 New York, or the feed's own where it carries one
    private long priceTimesShares;
    private long shares;
    private long feedVwapMicros;
    private boolean isBeyondLong;

    // sizes of the last trades
    private final long[] sizes = new long[TRADES];
    private int sizeCount;
    private int nextSize;
    private long sizeSum;

    // the open window of pressure: the rule's own
    long pressureWindow = NO_WINDOW;
    long pressurePriceMicros;
    int pressureSign;
    long buyMicros;
    long sellMicros;
    int pressureTrades;

    /** Adds a print to the VWAP, and takes the feed's where it carries one. */
    void addToVwap(Tick print) {
        addToVwap(print.priceMicros, print.sizeMicros);
        feedVwapMicros = print.dayVwapMicros > 0 ? print.dayVwapMicros : feedVwapMicros;
    }

    private void addToVwap(long priceMicros, long sizeMicros) {
        long whole = sizeMicros / MICROS;
        long product = priceMicros * whole;
        long sum = priceTimesShares + product;
        isBeyondLong |= Math.multiplyHigh(priceMicros, whole) != 0 || product < 0 || sum < 0;
        priceTimesShares = sum;
        shares += whole;
    }

    /** Takes back what was added. */
    void removeFromVwap(long priceMicros, long sizeMicros) {
        long whole = sizeMicros / MICROS;
        priceTimesShares -= priceMicros * whole;
        shares -= whole;
    }

    /** In USD; {@code NaN} before the first volume, or when the day's sum is beyond what can be exact. */
    double vwapUsd() {
        if (feedVwapMicros > 0) {
            return (double) feedVwapMicros / MICROS;
        }
        return shares == 0 || isBeyondLong ? Double.NaN : (double) priceTimesShares / shares / MICROS;
    }

    /** Size against the average of the trades before it, 0 while that is not known. */
    double relativeSize(long sizeMicros) {
        return sizeCount < KNOWN_FROM || sizeSum == 0 ? 0 : (double) sizeMicros * sizeCount / sizeSum;
    }

    void addSize(long sizeMicros) {
        sizeSum += sizeMicros - (sizeCount == TRADES ? sizes[nextSize] : 0);
        sizes[nextSize] = sizeMicros;
        nextSize = nextSize + 1 == TRADES ? 0 : nextSize + 1;
        sizeCount = Math.min(TRADES, sizeCount + 1);
    }

    /** A new trade date has a VWAP of its own; the sizes go on. */
    void clearVwap() {
        priceTimesShares = 0;
        shares = 0;
        feedVwapMicros = 0;
        isBeyondLong = false;
    }

    /** A new session: the next price has none before it. An open window stays until a trade closes it. */
    void forgetPrice() {
        pressurePriceMicros = 0;
        pressureSign = 0;
    }
}
