package org.tickstock.engine.detect;

import org.tickstock.engine.event.Direction;

/**
 * Live extremes of one symbol in one market session, and what was last reported of them.
 *
 * <p>Thread: belongs to the symbol's lane.
 * <p>Units: micro-dollars, nanoseconds UTC.
 */
final class SessionRange {

    private static final int REMEMBERED = 3;
    static final long NEVER = Long.MIN_VALUE;

    long highMicros;
    long lowMicros;
    long highNs;
    long lowNs;
    long reportedHighMicros;
    long reportedLowMicros;
    long lastHighEventNs = NEVER;
    long lastLowEventNs = NEVER;
    int highCount;
    int lowCount;

    // the last events, newest last: for reversals
    private final Direction[] sides = new Direction[REMEMBERED];
    private long lastEventNs = NEVER;
    private long lastEventMicros;

    boolean isSeeded() {
        return highMicros > 0;
    }

    void seed(long highPriceMicros, long lowPriceMicros, long ns) {
        highMicros = highPriceMicros;
        lowMicros = lowPriceMicros;
        highNs = ns;
        lowNs = ns;
        reportedHighMicros = highPriceMicros;
        reportedLowMicros = lowPriceMicros;
    }

    void include(long highPriceMicros, long lowPriceMicros, long ns) {
        if (highPriceMicros > highMicros) {
            highMicros = highPriceMicros;
            highNs = ns;
        }
        if (lowPriceMicros < lowMicros) {
            lowMicros = lowPriceMicros;
            lowNs = ns;
        }
    }

    /** The side of the last event, or null. */
    Direction lastSide() {
        return sides[REMEMBERED - 1];
    }

    long lastEventNs() {
        return lastEventNs;
    }

    long lastEventMicros() {
        return lastEventMicros;
    }

    /** Whether the last three events alternate and end on {@code side}. */
    boolean alternatesTo(Direction side) {
        return sides[2] == side && sides[1] == side.opposite() && sides[0] == side;
    }

    void remember(Direction side, long priceMicros, long ns) {
        System.arraycopy(sides, 1, sides, 0, REMEMBERED - 1);
        sides[REMEMBERED - 1] = side;
        lastEventNs = ns;
        lastEventMicros = priceMicros;
    }

    void clear() {
        highMicros = 0;
        lowMicros = 0;
        lastHighEventNs = NEVER;
        lastLowEventNs = NEVER;
        highCount = 0;
        lowCount = 0;
        java.util.Arrays.fill(sides, null);
        lastEventNs = NEVER;
    }
}
