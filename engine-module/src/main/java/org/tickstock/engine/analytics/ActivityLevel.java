package org.tickstock.engine.analytics;

import java.util.Collection;

/**
 * How much volume moves prices, against the last windows and against fixed amounts of shares.
 *
 * <p>Source: detectors, section 6.
 */
public enum ActivityLevel {
    /** Less than half of the windows before, or than 5 million shares. */
    LOW("Low"),
    /** Less than the windows before, or than 10 million shares. */
    MODERATE("Moderate"),
    /** Less than twice the windows before, or than 20 million shares. */
    HIGH("High"),
    /** All above. */
    VERY_HIGH("Very High");

    private static final double LOW_SHARES = 5e6;
    private static final double MODERATE_SHARES = 10e6;
    private static final double HIGH_SHARES = 20e6;

    private final String wireName;

    ActivityLevel(String wireName) {
        this.wireName = wireName;
    }

    /**
     * The level of a window.
     *
     * @param activity shares in the window
     * @param before shares of the windows before it, at most four
     * @param scale the universe's part of the whole market, 0 to 1: of the fixed amounts it is held to that part
     */
    public static ActivityLevel of(long activity, Collection<Long> before, double scale) {
        double mean = before.stream().mapToLong(Long::longValue).average().orElse(0);
        if (activity < Math.max(0.5 * mean, LOW_SHARES * scale)) {
            return LOW;
        }
        if (activity < Math.max(mean, MODERATE_SHARES * scale)) {
            return MODERATE;
        }
        return activity < Math.max(2 * mean, HIGH_SHARES * scale) ? HIGH : VERY_HIGH;
    }

    /** As on the wire and in the database. */
    public String wireName() {
        return wireName;
    }
}
