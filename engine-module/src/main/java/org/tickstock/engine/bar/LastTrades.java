package org.tickstock.engine.bar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.market.TradeKey;

/**
 * The last prints of every symbol, in the order in which they came; one that is cancelled leaves, one that is corrected
 * is put right.
 *
 * <p>A ring for each symbol, which grows with what it prints up to the most that are kept; 40 bytes a print.
 * <p>Thread: belongs to one lane.
 */
public final class LastTrades {

    private static final int FIRST = 8;
    private static final int TIME = 0;
    private static final int PRICE = 1;
    private static final int SIZE = 2;
    private static final int CONDITIONS = 3;
    private static final int KEY = 4;
    private static final int STRIDE = 5;
    /** A time below zero is that of an aggregate; 0 is a print that was taken back. */
    private static final long GONE = 0;

    private final int most;
    private long[][] rings = new long[1_024][];
    private long[] counts = new long[1_024];

    /** Keeps so many of each symbol. */
    public LastTrades(int most) {
        this.most = most;
    }

    /** Remembers an accepted print; the slot is lent for the call. */
    public void add(Tick print) {
        if (most == 0) {
            return;
        }
        long[] ring = roomFor(print.symbolId);
        int at = at(ring, counts[print.symbolId]++);
        ring[at + TIME] = print.kind == Tick.Kind.AGGREGATE ? -print.tsEventNs : print.tsEventNs;
        ring[at + PRICE] = print.priceMicros;
        ring[at + SIZE] = print.sizeMicros;
        ring[at + CONDITIONS] = print.conditionBits;
        ring[at + KEY] = print.tradeKey;
    }

    /** Forgets a cancelled trade, or puts a corrected one right; the slot is lent for the call. */
    public void takeBack(Tick message) {
        long[] ring = message.symbolId < rings.length ? rings[message.symbolId] : null;
        if (ring == null || message.tradeKey == TradeKey.NONE) {
            return;
        }
        for (int at = 0; at < ring.length; at += STRIDE) {
            if (ring[at + KEY] == message.tradeKey && ring[at + TIME] != GONE) {
                if (message.kind == Tick.Kind.CANCEL) {
                    ring[at + TIME] = GONE;
                } else {
                    ring[at + PRICE] = message.priceMicros;
                    ring[at + SIZE] = message.sizeMicros;
                    ring[at + CONDITIONS] = message.conditionBits;
                }
                return;
            }
        }
    }

    /** At most so many of a symbol's prints, the newest last. */
    public List<PastTrade> of(int symbolId, int limit) {
        long[] ring = symbolId < rings.length ? rings[symbolId] : null;
        if (ring == null) {
            return List.of();
        }
        List<PastTrade> trades = new ArrayList<>();
        long count = counts[symbolId];
        long oldest = Math.max(0, count - ring.length / STRIDE);
        for (long number = count - 1; number >= oldest && trades.size() < limit; number--) {
            int at = at(ring, number);
            if (ring[at + TIME] != GONE) {
                trades.add(new PastTrade(ring[at + TIME] < 0, Math.abs(ring[at + TIME]), ring[at + PRICE],
                        ring[at + SIZE], ring[at + CONDITIONS]));
            }
        }
        Collections.reverse(trades);
        return trades;
    }

    private long[] roomFor(int symbolId) {
        if (symbolId >= rings.length) {
            int more = Math.max(symbolId + 1, rings.length * 2);
            rings = Arrays.copyOf(rings, more);
            counts = Arrays.copyOf(counts, more);
        }
        long[] ring = rings[symbolId];
        int slots = ring == null ? 0 : ring.length / STRIDE;
        if (counts[symbolId] == slots && slots < most) {
            // Not full circle yet: the prints lie in order, so a longer copy is the same ring.
            ring = new long[Math.min(most, Math.max(FIRST, slots * 2)) * STRIDE];
            if (slots > 0) {
                System.arraycopy(rings[symbolId], 0, ring, 0, slots * STRIDE);
            }
            rings[symbolId] = ring;
        }
        return ring;
    }

    private static int at(long[] ring, long number) {
        return (int) (number % (ring.length / STRIDE)) * STRIDE;
    }
}
