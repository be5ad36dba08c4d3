package org.tickstock.engine.detect;

import org.tickstock.engine.market.Tick;

/**
 * The trades of the last two minutes that carry a key: to know a trade that comes again, and to take one back whole.
 *
 * <p>A ring that grows with what two minutes bring, to 65,536 trades; beyond that the oldest leave early. Each trade
 * stands in the chain of those whose keys end alike, newest first; a chain ends where it reaches what has left.
 * <p>Thread: belongs to the symbol's lane.
 * <p>Units: micro-dollars, micro-shares, nanoseconds UTC.
 */
final class RecentTrades {

    static final long WINDOW_NS = 120_000_000_000L;
    static final int MOST = 1 << 16;
    static final int UNKNOWN = -1;

    private static final int FIRST_SLOTS = 64;
    private static final int KEY = 0;
    private static final int VOLUME = 1;
    private static final int PRICE = 2;
    private static final int TIME = 3;
    private static final int STRIDE = 4;

    private long[] data = new long[0];
    private boolean[] isTakenBack = new boolean[0];
    private boolean[] isLive = new boolean[0];
    // trades are numbered as they come, from 1: newest of each chain, and the one before each
    private int[] newest = new int[0];
    private int[] before = new int[0];
    private int first = 1;
    private int end = 1;

    /** Remembers a trade and what it added to the volume; false when it is known already. */
    boolean add(Tick trade, long volumeMicros, long nowNs) {
        forget(nowNs);
        if (find(trade.tradeKey) != UNKNOWN) {
            return false;
        }
        makeRoom();
        int number = end++;
        int slot = slot(number);
        int at = slot * STRIDE;
        data[at + KEY] = trade.tradeKey;
        data[at + VOLUME] = volumeMicros;
        data[at + PRICE] = trade.priceMicros;
        data[at + TIME] = trade.tsEventNs;
        isTakenBack[slot] = false;
        isLive[slot] = false;
        link(number);
        return true;
    }

    /** Number of the trade with this key, {@link #UNKNOWN} when it is not remembered. */
    int find(long key) {
        if (data.length == 0) {
            return UNKNOWN;
        }
        int number = newest[slot(key)];
        while (number >= first) {
            if (data[slot(number) * STRIDE + KEY] == key) {
                return number;
            }
            number = before[slot(number)];
        }
        return UNKNOWN;
    }

    /** What is known of a trade. */
    KnownTrade get(int number) {
        int at = slot(number) * STRIDE;
        return new KnownTrade(data[at + PRICE], data[at + VOLUME], data[at + TIME]);
    }

    /** Notes that the trade with this key was live, if it is remembered. */
    void markLive(long key) {
        int number = find(key);
        if (number != UNKNOWN) {
            isLive[slot(number)] = true;
        }
    }

    boolean isLive(int number) {
        return isLive[slot(number)];
    }

    boolean isTakenBack(int number) {
        return isTakenBack[slot(number)];
    }

    /** Notes that the trade does not count any more; it stays known, so that it cannot come again. */
    void takeBack(int number) {
        isTakenBack[slot(number)] = true;
    }

    /** Puts a trade right. */
    void correct(int number, long priceMicros, long volumeMicros) {
        int at = slot(number) * STRIDE;
        data[at + PRICE] = priceMicros;
        data[at + VOLUME] = volumeMicros;
    }

    void clear() {
        first = end;
    }

    private void forget(long nowNs) {
        while (first < end && data[slot(first) * STRIDE + TIME] < nowNs - WINDOW_NS) {
            first++;
        }
    }

    private void makeRoom() {
        if (end - first == before.length) {
            if (before.length == MOST) {
                first++;
            } else {
                grow();
            }
        }
    }

    private void grow() {
        long[] old = data;
        boolean[] oldTakenBack = isTakenBack;
        boolean[] oldLive = isLive;
        int oldSlots = before.length;
        int slots = Math.max(FIRST_SLOTS, oldSlots * 2);
        data = new long[slots * STRIDE];
        isTakenBack = new boolean[slots];
        isLive = new boolean[slots];
        newest = new int[slots];
        before = new int[slots];
        for (int number = first; number < end; number++) {
            int from = number & oldSlots - 1;
            System.arraycopy(old, from * STRIDE, data, slot(number) * STRIDE, STRIDE);
            isTakenBack[slot(number)] = oldTakenBack[from];
            isLive[slot(number)] = oldLive[from];
            link(number);
        }
    }

    private void link(int number) {
        int chain = slot(data[slot(number) * STRIDE + KEY]);
        before[slot(number)] = newest[chain];
        newest[chain] = number;
    }

    private int slot(long value) {
        return (int) value & before.length - 1;
    }
}
