package org.tickstock.engine.collect;

import java.util.Arrays;
import java.util.BitSet;
import org.tickstock.engine.event.Direction;
import org.tickstock.engine.event.DisplayMessage;
import org.tickstock.engine.event.EventOrigin;

/**
 * Highs and lows of the current market session, by symbol; an earlier session's are forgotten when a later begins.
 *
 * <p>Thread: the collector adds, the emission timer sums; both are short, so they exclude each other.
 */
public final class SessionCounts {

    /**
     * Highs and lows of some symbols.
     *
     * @param highs session highs
     * @param lows session lows
     */
    public record Totals(int highs, int lows) {

        /** highs / (highs + lows) * 100; 50 when there are none. */
        public double highPct() {
            int all = highs + lows;
            return all == 0 ? 50 : 100.0 * highs / all;
        }
    }

    // guarded by this
    private int sessionKey = Integer.MIN_VALUE;
    private int[] highs = new int[0];
    private int[] lows = new int[0];

    /** Begins a session, named by {@link EventOrigin#sessionKeyOf}; one that is no later changes nothing. */
    public synchronized void begin(int key) {
        if (key > sessionKey) {
            sessionKey = key;
            Arrays.fill(highs, 0);
            Arrays.fill(lows, 0);
        }
    }

    /** Counts a high or low, or takes one back; other types change nothing. */
    synchronized void add(DisplayMessage message) {
        begin(message.sessionKey());
        if (message.sessionKey() < sessionKey || message.countChange() == 0) {
            return;
        }
        int id = message.symbolId();
        if (message.direction() == Direction.UP) {
            highs = grown(highs, id);
            highs[id] += message.countChange();
        } else {
            lows = grown(lows, id);
            lows[id] += message.countChange();
        }
    }

    /** The sums over {@code symbolIds}. */
    public synchronized Totals totalsOf(BitSet symbolIds) {
        return new Totals(sum(highs, symbolIds), sum(lows, symbolIds));
    }

    private static int sum(int[] counts, BitSet symbolIds) {
        int sum = 0;
        for (int id = symbolIds.nextSetBit(0); id >= 0 && id < counts.length; id = symbolIds.nextSetBit(id + 1)) {
            sum += counts[id];
        }
        return sum;
    }

    private static int[] grown(int[] counts, int id) {
        return id < counts.length ? counts : Arrays.copyOf(counts, Math.max(id + 1, counts.length * 2));
    }
}
