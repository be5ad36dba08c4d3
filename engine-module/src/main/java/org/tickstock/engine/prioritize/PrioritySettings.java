package org.tickstock.engine.prioritize;

import java.util.List;

/**
 * Size and manners of the priority queue.
 *
 * @param capacity events it holds over all classes
 * @param waitWhenFull true for a tape: the lane waits instead of shedding; false for a live feed
 * @param topTickers every event of these is urgent
 * @param indexFunds every event of these is urgent in the first half hour of the regular session
 */
public record PrioritySettings(
        int capacity, boolean waitWhenFull, List<String> topTickers, List<String> indexFunds) {

    /** Checks the range and copies the lists. */
    public PrioritySettings {
        if (capacity < 16) {
            throw new IllegalArgumentException("tickstock.prioritize.capacity must be >= 16, was " + capacity);
        }
        topTickers = List.copyOf(topTickers);
        indexFunds = List.copyOf(indexFunds);
    }

    /** 100,000 events, shedding, no top tickers, the four big index funds. */
    public static PrioritySettings defaults() {
        return new PrioritySettings(100_000, false, List.of(), List.of("SPY", "QQQ", "IWM", "DIA"));
    }

    /** The same, waiting or shedding. */
    public PrioritySettings withWaitWhenFull(boolean wait) {
        return new PrioritySettings(capacity, wait, topTickers, indexFunds);
    }
}
