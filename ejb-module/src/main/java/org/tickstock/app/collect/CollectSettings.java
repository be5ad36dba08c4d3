package org.tickstock.app.collect;

/**
 * How often the collector runs.
 *
 * @param intervalMs pause between two rounds
 */
public record CollectSettings(int intervalMs) {

    /** Checks the range. */
    public CollectSettings {
        if (intervalMs < 10 || intervalMs > 1_000) {
            throw new IllegalArgumentException("tickstock.collect.interval-ms must be 10 to 1000, was " + intervalMs);
        }
    }

    /** Every 100 ms. */
    public static CollectSettings defaults() {
        return new CollectSettings(100);
    }
}
