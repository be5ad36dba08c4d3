package org.tickstock.engine.bar;

/**
 * What a minute-bar builder is told.
 *
 * <p>Errors: a value out of range is refused with rule and value.
 *
 * @param maxReportDelayMs a trade reported later than this belongs to the minute in which it was made
 * @param recomputeMinutes for how long the single trades of a closed minute are kept, so that its bar can be computed
 *     anew when one is taken back; more costs memory, 33 bytes a trade
 */
public record BarSettings(long maxReportDelayMs, int recomputeMinutes) {

    private static final int MOST_MINUTES = 960;

    /** Checks. */
    public BarSettings {
        if (maxReportDelayMs < 0) {
            throw new IllegalArgumentException("minute bars' report delay must be >= 0 ms, was " + maxReportDelayMs);
        }
        if (recomputeMinutes < 0 || recomputeMinutes > MOST_MINUTES) {
            throw new IllegalArgumentException(
                    "minute bars must keep trades for 0 to " + MOST_MINUTES + " minutes, was " + recomputeMinutes);
        }
    }

    /** Ten seconds, a quarter of an hour. */
    public static BarSettings defaults() {
        return new BarSettings(10_000, 15);
    }
}
