package org.tickstock.engine.detect;

import org.tickstock.engine.market.Tick;
import org.tickstock.engine.market.TradeKey;

/**
 * The first live prints of a session, so that what highs and lows are measured from is known when the first of them is
 * taken back. Eight are kept; when all of them are, nothing is known.
 *
 * <p>Thread: belongs to the symbol's lane.
 * <p>Units: micro-dollars.
 */
final class FirstPrints {

    private static final int KEPT = 8;

    private final long[] keys = new long[KEPT];
    private final long[] highs = new long[KEPT];
    private final long[] lows = new long[KEPT];
    private int count;
    private boolean isComplete;

    void add(Tick print) {
        if (isComplete) {
            return;
        }
        keys[count] = print.tradeKey;
        highs[count] = print.highMicros;
        lows[count] = print.lowMicros;
        count++;
        // behind a print that can never be taken back, none is needed
        isComplete = count == KEPT || print.tradeKey == TradeKey.NONE;
    }

    /** High side of the first print that stands, 0 when none is known. */
    long highMicros() {
        return count == 0 ? 0 : highs[0];
    }

    /** Low side of the first print that stands, 0 when none is known. */
    long lowMicros() {
        return count == 0 ? 0 : lows[0];
    }

    void remove(long key) {
        for (int at = 0; at < count; at++) {
            if (keys[at] == key) {
                System.arraycopy(keys, at + 1, keys, at, count - at - 1);
                System.arraycopy(highs, at + 1, highs, at, count - at - 1);
                System.arraycopy(lows, at + 1, lows, at, count - at - 1);
                count--;
                return;
            }
        }
    }

    void clear() {
        count = 0;
        isComplete = false;
    }
}
