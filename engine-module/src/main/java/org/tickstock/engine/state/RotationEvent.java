package org.tickstock.engine.state;

/**
 * A group that turned.
 *
 * @param day on which, an epoch day
 * @param kind what changed
 * @param from quadrant or rank before
 * @param to quadrant or rank now
 */
public record RotationEvent(int day, Kind kind, String from, String to) {

    /** What may change. */
    public enum Kind {
        /** It came into another quadrant on that day. */
        QUADRANT,
        /** It moved by three ranks or more in five days. */
        RANK
    }
}
