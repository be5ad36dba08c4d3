package org.tickstock.engine.collect;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.Stream;
import org.tickstock.engine.event.Direction;

/**
 * Highs and lows of one session, by symbol, and which of them were not written down yet.
 *
 * <p>Thread: guarded by its owner.
 */
final class SessionTally {

    private final int sessionKey;
    private final BitSet unwritten = new BitSet();
    private int[] highs = new int[0];
    private int[] lows = new int[0];

    SessionTally(int sessionKey) {
        this.sessionKey = sessionKey;
    }

    int sessionKey() {
        return sessionKey;
    }

    void add(int symbolId, Direction direction, int change) {
        room(symbolId);
        int[] side = direction == Direction.UP ? highs : lows;
        side[symbolId] += change;
        unwritten.set(symbolId);
    }

    void restore(SymbolCounts row) {
        room(row.symbolId());
        highs[row.symbolId()] += row.highs();
        lows[row.symbolId()] += row.lows();
    }

    Stream<SymbolCounts> unwritten() {
        return unwritten.stream().mapToObj(this::of);
    }

    /** What changed again since stays to be written. */
    void written(SymbolCounts row) {
        if (of(row.symbolId()).equals(row)) {
            unwritten.clear(row.symbolId());
        }
    }

    SessionCounts.Totals totalsOf(BitSet symbolIds) {
        return new SessionCounts.Totals(sum(highs, symbolIds), sum(lows, symbolIds));
    }

    private SymbolCounts of(int symbolId) {
        return new SymbolCounts(sessionKey, symbolId, highs[symbolId], lows[symbolId]);
    }

    private void room(int symbolId) {
        if (symbolId >= highs.length) {
            int size = Math.max(symbolId + 1, highs.length * 2);
            highs = Arrays.copyOf(highs, size);
            lows = Arrays.copyOf(lows, size);
        }
    }

    private static int sum(int[] counts, BitSet symbolIds) {
        int sum = 0;
        for (int id = symbolIds.nextSetBit(0); id >= 0 && id < counts.length; id = symbolIds.nextSetBit(id + 1)) {
            sum += counts[id];
        }
        return sum;
    }
}
