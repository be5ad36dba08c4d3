package org.tickstock.engine.analytics;

/**
 * What some symbols traded in one window of ten seconds.
 *
 * <p>Units: nanoseconds UTC; micro-shares.
 *
 * @param startNs first nanosecond of the window
 * @param buyMicros volume on rising prices
 * @param sellMicros volume on falling prices
 * @param trades prints that count, whether or not their price moved
 */
public record WindowSums(long startNs, long buyMicros, long sellMicros, long trades) {

    private static final long MICROS = 1_000_000L;

    /** Volume on prices that moved, in shares. */
    public long activity() {
        return (buyMicros + sellMicros) / MICROS;
    }

    /** (buy - sell) / (buy + sell) * 100, raw: -100 to 100; 0 when nothing traded. */
    public double netScore() {
        long total = buyMicros + sellMicros;
        return total == 0 ? 0 : (double) (buyMicros - sellMicros) / total * 100;
    }

    /** buy / (buy + sell) * 100; 50 when nothing traded. */
    public double buyingPct() {
        long total = buyMicros + sellMicros;
        return total == 0 ? 50 : (double) buyMicros / total * 100;
    }
}
