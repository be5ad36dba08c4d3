package org.tickstock.engine.analytics;

import java.util.Arrays;
import java.util.BitSet;
import org.tickstock.engine.event.PressureChange;

/**
 * One window of ten seconds, symbol by symbol.
 *
 * <p>Thread: guarded by its board.
 */
final class PressureWindow {

    private long buyMicros;
    private long sellMicros;
    private long trades;
    private final BitSet traded = new BitSet();
    private long[] buyBySymbol = new long[0];
    private long[] sellBySymbol = new long[0];
    private int[] tradesBySymbol = new int[0];

    void clear() {
        buyMicros = 0;
        sellMicros = 0;
        trades = 0;
        // What is told of symbols that did not trade is never read.
        traded.clear();
    }

    void add(PressureChange change) {
        int id = change.symbolId();
        if (id >= buyBySymbol.length) {
            int size = Math.max(id + 1, buyBySymbol.length * 2);
            buyBySymbol = Arrays.copyOf(buyBySymbol, size);
            sellBySymbol = Arrays.copyOf(sellBySymbol, size);
            tradesBySymbol = Arrays.copyOf(tradesBySymbol, size);
        }
        if (!traded.get(id)) {
            traded.set(id);
            buyBySymbol[id] = 0;
            sellBySymbol[id] = 0;
            tradesBySymbol[id] = 0;
        }
        buyBySymbol[id] += change.buySizeMicros();
        sellBySymbol[id] += change.sellSizeMicros();
        tradesBySymbol[id] += change.trades();
        buyMicros += change.buySizeMicros();
        sellMicros += change.sellSizeMicros();
        trades += change.trades();
    }

    WindowSums sums(long startNs) {
        return new WindowSums(startNs, buyMicros, sellMicros, trades);
    }

    WindowSums sums(long startNs, BitSet symbolIds) {
        BitSet both = (BitSet) traded.clone();
        both.and(symbolIds);
        long buy = 0;
        long sell = 0;
        long prints = 0;
        for (int id = both.nextSetBit(0); id >= 0; id = both.nextSetBit(id + 1)) {
            buy += buyBySymbol[id];
            sell += sellBySymbol[id];
            prints += tradesBySymbol[id];
        }
        return new WindowSums(startNs, buy, sell, prints);
    }
}
