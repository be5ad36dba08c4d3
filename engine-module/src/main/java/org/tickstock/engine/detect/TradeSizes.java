package org.tickstock.engine.detect;

/**
 * Mean size of the last twenty eligible trades.
 *
 * <p>Thread: belongs to the symbol's lane.
 * <p>Units: micro-shares.
 */
final class TradeSizes {

    private static final int TRADES = 20;
    private static final int KNOWN_FROM = 5;

    private final long[] sizes = new long[TRADES];
    private int count;
    private int next;
    private long sum;

    /** Size against the average of the trades before it, 0 while that is not known. */
    double relative(long sizeMicros) {
        return count < KNOWN_FROM || sum == 0 ? 0 : (double) sizeMicros * count / sum;
    }

    void add(long sizeMicros) {
        sum += sizeMicros - (count == TRADES ? sizes[next] : 0);
        sizes[next] = sizeMicros;
        next = next + 1 == TRADES ? 0 : next + 1;
        count = Math.min(TRADES, count + 1);
    }
}
