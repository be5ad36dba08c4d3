package org.tickstock.engine.event;

/**
 * Every kind of event, with its name on the wire; the order is the order of rules on one tick.
 */
public enum EventType {
    /** A new session high. */
    HIGH("high", true),
    /** A new session low. */
    LOW("low", true),
    /** A trend begun, strengthened or renewed. */
    TREND("trend", true),
    /** A surge of volume, price or both. */
    SURGE("surge", true),
    /** A high or low was taken back or put right. */
    REVISION("event_revised", true),
    /** A closed window of buying and selling volume; internal. */
    PRESSURE("pressure", false),
    /** A market session began; control. */
    SESSION("session", false);

    private final String wireName;
    private final boolean display;

    EventType(String wireName, boolean display) {
        this.wireName = wireName;
        this.display = display;
    }

    /** The name in JSON and in event ids. */
    public String wireName() {
        return wireName;
    }

    /** Whether users see it: only display events enter the log. */
    public boolean isDisplay() {
        return display;
    }
}
