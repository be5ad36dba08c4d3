package org.tickstock.engine.detect;

import java.util.Arrays;
import org.tickstock.engine.event.Direction;
import org.tickstock.engine.market.Tick;

/**
 * Live extremes of one symbol in one market session, and what was last reported of them.
 *
 * <p>Thread: belongs to the symbol's lane.
 * <p>Units: micro-dollars, nanoseconds UTC.
 */
final class SessionRange {

    private static final int REMEMBERED = 3;
    static final long NEVER = Long.MIN_VALUE;

    // what every tick looks at lies side by side
    long highMicros;
    long lowMicros;
    long reportedHighMicros;
    long reportedLowMicros;
    long lastHighEventNs = NEVER;
    long lastLowEventNs = NEVER;

    long highNs;
    long lowNs;
    long highKey;
    long lowKey;
    int highCount;
    int lowCount;

    // the last events, newest last: for reversals
    private final Direction[] sides = new Direction[REMEMBERED];
    private long lastEventNs = NEVER;
    private long lastEventMicros;

    boolean isSeeded() {
        return highMicros > 0;
    }

    void seed(Tick print) {
        setHigh(print.highMicros, print.tsEventNs, print.tradeKey);
        setLow(print.lowMicros, print.tsEventNs, print.tradeKey);
        reportedHighMicros = print.highMicros;
        reportedLowMicros = print.lowMicros;
    }

    void include(Tick print) {
        if (print.highMicros > highMicros) {
            setHigh(print.highMicros, print.tsEventNs, print.tradeKey);
        }
        if (print.lowMicros < lowMicros) {
            setLow(print.lowMicros, print.tsEventNs, print.tradeKey);
        }
    }

    /** Takes the extremes from the statistics, after a trade was taken back; without any the range is unseeded. */
    void restore(SessionStatistics statistics) {
        BestPrints high = statistics.liveHigh;
        BestPrints low = statistics.liveLow;
        setHigh(high.priceMicros(), high.timeNs(), high.tradeKey());
        setLow(low.priceMicros(), low.timeNs(), low.tradeKey());
    }

    long extremeMicros(Direction side) {
        return side == Direction.UP ? highMicros : lowMicros;
    }

    long reportedMicros(Direction side) {
        return side == Direction.UP ? reportedHighMicros : reportedLowMicros;
    }

    /** How far the extreme has gone past the reported one; not above 0 when it has not. */
    long distanceMicros(Direction side) {
        return side == Direction.UP ? highMicros - reportedHighMicros : reportedLowMicros - lowMicros;
    }

    /** When the side's last event was raised, or {@link #NEVER}. */
    long lastEventNs(Direction side) {
        return side == Direction.UP ? lastHighEventNs : lastLowEventNs;
    }

    void report(Direction side, long priceMicros) {
        if (side == Direction.UP) {
            reportedHighMicros = priceMicros;
        } else {
            reportedLowMicros = priceMicros;
        }
    }

    private void setHigh(long priceMicros, long ns, long key) {
        highMicros = priceMicros;
        highNs = ns;
        highKey = key;
    }

    private void setLow(long priceMicros, long ns, long key) {
        lowMicros = priceMicros;
        lowNs = ns;
        lowKey = key;
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
        Arrays.fill(sides, null);
        lastEventNs = NEVER;
    }
}
