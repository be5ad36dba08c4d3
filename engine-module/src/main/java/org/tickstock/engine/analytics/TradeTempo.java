package org.tickstock.engine.analytics;

/**
 * How fast a market trades: prints a minute for each hundred of its symbols.
 *
 * <p>One busy second of a whole market is more than the highest level for a minute, so the rate is by hundred symbols.
 * <p>Source: pipeline, section 10.4.
 */
public enum TradeTempo {
    /** Fewer than 30. */
    VERY_LOW("Very Low", 30),
    /** 30 to 59. */
    LOW("Low", 60),
    /** 60 to 119. */
    MEDIUM("Medium", 120),
    /** 120 to 239. */
    HIGH("High", 240),
    /** 240 to 479. */
    VERY_HIGH("Very High", 480),
    /** 480 and more. */
    EXTREME("Extreme", Double.POSITIVE_INFINITY);

    private final String wireName;
    private final double below;

    TradeTempo(String wireName, double below) {
        this.wireName = wireName;
        this.below = below;
    }

    /** The tempo of a rate: prints a minute for each hundred symbols. */
    public static TradeTempo of(double perMinuteAndHundred) {
        for (TradeTempo tempo : values()) {
            if (perMinuteAndHundred < tempo.below) {
                return tempo;
            }
        }
        return EXTREME;
    }

    /** As on the wire. */
    public String wireName() {
        return wireName;
    }
}
