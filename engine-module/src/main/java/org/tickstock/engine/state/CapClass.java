package org.tickstock.engine.state;

/**
 * How large a company is by what its shares are worth together.
 *
 * <p>Units: USD.
 */
public enum CapClass {

    /** From 200 billion. */
    MEGA("mega", 200e9),
    /** From 10 billion. */
    LARGE("large", 10e9),
    /** From 2 billion. */
    MID("mid", 2e9),
    /** From 300 million. */
    SMALL("small", 300e6),
    /** Below. */
    MICRO("micro", 0),
    /** Its market capitalisation is not known. */
    UNKNOWN("unknown", Double.NaN);

    private final String wireName;
    private final double fromUsd;

    CapClass(String wireName, double fromUsd) {
        this.wireName = wireName;
        this.fromUsd = fromUsd;
    }

    /** The class of a market capitalisation, {@link #UNKNOWN} of NaN. */
    public static CapClass of(double marketCapUsd) {
        for (CapClass size : values()) {
            if (marketCapUsd >= size.fromUsd) {
                return size;
            }
        }
        return UNKNOWN;
    }

    /** As it is written on the wire. */
    public String wireName() {
        return wireName;
    }
}
