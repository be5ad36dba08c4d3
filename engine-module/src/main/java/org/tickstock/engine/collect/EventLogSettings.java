package org.tickstock.engine.collect;

/**
 * Size of the log.
 *
 * @param capacity events it holds before the oldest leaves
 * @param maxPerTypePerPull events of one type in one pull; the rest comes with the next
 */
public record EventLogSettings(int capacity, int maxPerTypePerPull) {

    /** Checks the ranges. */
    public EventLogSettings {
        if (capacity < 1) {
            throw new IllegalArgumentException("tickstock.collect.log-capacity must be > 0, was " + capacity);
        }
        if (maxPerTypePerPull < 1) {
            throw new IllegalArgumentException("tickstock.collect.max-per-type must be > 0, was " + maxPerTypePerPull);
        }
    }

    /** 262,144 events, 1,000 per type in one pull. */
    public static EventLogSettings defaults() {
        return new EventLogSettings(262_144, 1_000);
    }
}
