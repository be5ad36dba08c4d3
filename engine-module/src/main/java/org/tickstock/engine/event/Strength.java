package org.tickstock.engine.event;

/**
 * How marked a trend or surge is.
 */
public enum Strength {
    /** Just past the entry threshold. */
    WEAK("weak"),
    /** Clearly past it. */
    MODERATE("moderate"),
    /** Far past it. */
    STRONG("strong");

    private final String wireName;

    Strength(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON. */
    public String wireName() {
        return wireName;
    }
}
