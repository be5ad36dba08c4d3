package org.tickstock.engine.trace;

import java.util.List;

/**
 * What is traced from the start, and how much is kept.
 *
 * @param tickers symbols that are traced from the first tick on; none: off until somebody begins
 * @param capacity steps that are kept before the oldest leaves
 */
public record TraceSettings(List<String> tickers, int capacity) {

    /** How many symbols may be traced at a time. */
    public static final int MOST_SYMBOLS = 100;

    private static final int MOST_STEPS = 10_000_000;

    /** Checks the ranges. */
    public TraceSettings {
        tickers = List.copyOf(tickers);
        if (capacity < 1 || capacity > MOST_STEPS) {
            throw new IllegalArgumentException(
                    "tickstock.trace.capacity must be 1 to " + MOST_STEPS + ", was " + capacity);
        }
        if (tickers.size() > MOST_SYMBOLS) {
            throw new IllegalArgumentException(
                    "tickstock.trace.tickers must be at most " + MOST_SYMBOLS + ", was " + tickers.size());
        }
    }

    /** Off; 50,000 steps, which is the way of some 5,000 events. */
    public static TraceSettings defaults() {
        return new TraceSettings(List.of(), 50_000);
    }
}
