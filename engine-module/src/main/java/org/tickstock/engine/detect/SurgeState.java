package org.tickstock.engine.detect;

import java.util.Arrays;
import org.tickstock.engine.event.Direction;

/**
 * What the surge rule remembers of one symbol.
 *
 * <p>Thread: belongs to the symbol's lane.
 */
final class SurgeState {

    static final long NEVER = Long.MIN_VALUE;

    final SurgeWindow window = new SurgeWindow();

    private long[] raisedNs;
    private int next;

    Direction lastDirection;
    long lastNs = NEVER;
    int countUp;
    int countDown;
    int dailyCount;

    /** When the n-th last surge was raised, n being the capacity given; {@link #NEVER} when there were fewer. */
    long oldestRemembered() {
        return raisedNs == null ? NEVER : raisedNs[next];
    }

    void raised(Direction direction, long ns, int remember) {
        if (raisedNs == null) {
            raisedNs = new long[remember];
            Arrays.fill(raisedNs, NEVER);
        }
        raisedNs[next] = ns;
        next = (next + 1) % raisedNs.length;
        lastDirection = direction;
        lastNs = ns;
        dailyCount++;
        if (direction == Direction.UP) {
            countUp++;
        } else {
            countDown++;
        }
    }

    /** A new session: the day's count stays. */
    void clear() {
        raisedNs = null;
        next = 0;
        lastDirection = null;
        lastNs = NEVER;
        countUp = 0;
        countDown = 0;
    }
}
