package org.tickstock.engine.feed;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tickstock.engine.market.SymbolTable;

/**
 * Finds a ticker's number by its bytes, so that a row needs no string.
 *
 * <p>Thread: the feed's.
 */
final class KnownTickers {

    private byte[][] tickers = new byte[1024][];
    private int[] ids = new int[1024];
    private int size;

    /** The number noted for these bytes, or {@link SymbolTable#UNKNOWN}. */
    int idOf(byte[] text, int from, int to) {
        for (int slot = slotOf(text, from, to); tickers[slot] != null; slot = (slot + 1) & (tickers.length - 1)) {
            byte[] ticker = tickers[slot];
            if (Arrays.equals(ticker, 0, ticker.length, text, from, to)) {
                return ids[slot];
            }
        }
        return SymbolTable.UNKNOWN;
    }

    /** Notes a ticker that is not in here. */
    void put(String ticker, int id) {
        if (size * 2 >= tickers.length) {
            grow();
        }
        insert(ticker.getBytes(StandardCharsets.US_ASCII), id);
        size++;
    }

    private void insert(byte[] ticker, int id) {
        int slot = slotOf(ticker, 0, ticker.length);
        while (tickers[slot] != null) {
            slot = (slot + 1) & (tickers.length - 1);
        }
        tickers[slot] = ticker;
        ids[slot] = id;
    }

    private void grow() {
        byte[][] oldTickers = tickers;
        int[] oldIds = ids;
        tickers = new byte[oldTickers.length * 2][];
        ids = new int[oldIds.length * 2];
        for (int i = 0; i < oldTickers.length; i++) {
            if (oldTickers[i] != null) {
                insert(oldTickers[i], oldIds[i]);
            }
        }
    }

    private int slotOf(byte[] text, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text[i];
        }
        return (hash ^ hash >>> 16) & (tickers.length - 1);
    }
}
