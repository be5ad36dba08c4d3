package org.tickstock.engine.state;

import java.util.Locale;

/** Where a group stands in the rotation: by its strength, and by whether that grows. */
public enum Quadrant {

    /** Strong and gaining. */
    LEADING,
    /** Strong and losing. */
    WEAKENING,
    /** Weak and losing. */
    LAGGING,
    /** Weak and gaining. */
    IMPROVING,
    /** Too few bars to say. */
    INSUFFICIENT;

    private static final double CENTER = 100;

    static Quadrant of(double ratio, double momentum) {
        if (Double.isNaN(ratio) || Double.isNaN(momentum)) {
            return INSUFFICIENT;
        }
        if (ratio >= CENTER) {
            return momentum >= CENTER ? LEADING : WEAKENING;
        }
        return momentum >= CENTER ? IMPROVING : LAGGING;
    }

    /** As it is written on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
