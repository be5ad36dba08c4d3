package org.tickstock.engine.detect;

import org.tickstock.engine.event.Direction;
import org.tickstock.engine.event.Strength;

/**
 * What the trend rule remembers of one symbol.
 *
 * <p>Thread: belongs to the symbol's lane.
 */
final class TrendState {

    static final long NEVER = Long.MIN_VALUE;

    final TrendWindow shortWindow = new TrendWindow(180);
    final TrendWindow mediumWindow = new TrendWindow(360);
    final TrendWindow longWindow = new TrendWindow(600);

    /** Current direction, or null while neutral. */
    Direction direction;
    Strength strength;
    /** The highest strength reported of this trend since it last fell below it, or null. */
    Strength reported;
    boolean readyToEnter = true;
    double peak;
    long enteredNs;
    long lastEventNs = NEVER;
    double lastEventScore;
    Direction endedDirection;
    long endedNs = NEVER;
    int countUp;
    int countDown;

    /** A copy without the windows, to try what the next score would do. */
    TrendState rehearsal() {
        TrendState copy = new TrendState();
        copy.direction = direction;
        copy.strength = strength;
        copy.reported = reported;
        copy.readyToEnter = readyToEnter;
        copy.peak = peak;
        copy.lastEventNs = lastEventNs;
        copy.lastEventScore = lastEventScore;
        return copy;
    }

    /** Ends the trend by the rule: what ended is remembered, a new one must wait for a quiet score. */
    void end(long ns) {
        endedDirection = direction;
        endedNs = ns;
        readyToEnter = false;
        toNeutral();
    }

    /** After a gap or halt: neutral and ready, as if nothing had been. */
    void interrupt() {
        readyToEnter = true;
        toNeutral();
    }

    void clear() {
        interrupt();
        lastEventNs = NEVER;
        endedDirection = null;
        endedNs = NEVER;
        countUp = 0;
        countDown = 0;
    }

    private void toNeutral() {
        direction = null;
        strength = null;
        reported = null;
        peak = 0;
    }
}
