package org.tickstock.engine.bar;

import org.tickstock.engine.market.Tick;
import org.tickstock.engine.market.TradeKey;

/**
 * The single prints of one symbol's last minutes, as they came: what a minute is computed from anew.
 *
 * <p>A ring that grows with what those minutes bring, to 131,072 prints; beyond that the oldest leave early. It begins
 * with the first print that has a key, since no other can be taken back.
 * <p>Thread: belongs to the symbol's lane.
 * <p>Units: micro-dollars, micro-shares, nanoseconds UTC.
 */
final class PrintLog {

    static final int UNKNOWN = -1;
    static final int MOST = 1 << 17;

    private static final int FIRST_SLOTS = 64;
    private static final int KEY = 0;
    private static final int PRICE = 1;
    private static final int SIZE = 2;
    private static final int TIME = 3;
    private static final int STRIDE = 4;
    // none of the bits of Minute: a print that was taken back may do nothing any more
    private static final byte GONE = 8;

    private long[] data = new long[0];
    private byte[] allowed = new byte[0];
    private long first;
    private long end;
    private long wholeFromNs = Long.MAX_VALUE;

    /** Whether prints are being kept. */
    boolean isOpen() {
        return wholeFromNs != Long.MAX_VALUE;
    }

    /** Begins; minutes from this one on will be whole. */
    void open(long startNs) {
        wholeFromNs = startNs;
    }

    /** Whether every print of the minute that begins then is in here. */
    boolean isWhole(long startNs) {
        return startNs >= wholeFromNs;
    }

    /** Minutes before this time are not whole any more. */
    void forgetBefore(long ns) {
        if (isOpen()) {
            wholeFromNs = Math.max(wholeFromNs, ns);
        }
        while (first < end && data[at(first) + TIME] < ns) {
            first++;
        }
    }

    void add(Tick print, long atNs, int mayDo) {
        if (end - first == allowed.length) {
            makeRoom();
        }
        int at = at(end);
        data[at + KEY] = print.tradeKey;
        data[at + PRICE] = print.priceMicros;
        data[at + SIZE] = print.sizeMicros;
        data[at + TIME] = atNs;
        allowed[slot(end)] = (byte) mayDo;
        end++;
    }

    /** Number of the print with this key, {@link #UNKNOWN} when it is not in here or was taken back. */
    long find(long key) {
        for (long number = end - 1; key != TradeKey.NONE && number >= first; number--) {
            if (data[at(number) + KEY] == key) {
                return allowed[slot(number)] == GONE ? UNKNOWN : number;
            }
        }
        return UNKNOWN;
    }

    long timeNs(long number) {
        return data[at(number) + TIME];
    }

    long sizeMicros(long number) {
        return data[at(number) + SIZE];
    }

    int allowed(long number) {
        return allowed[slot(number)];
    }

    void takeBack(long number) {
        allowed[slot(number)] = GONE;
    }

    /** Puts a print right; it keeps its place. */
    void correct(long number, Tick message, int mayDo) {
        data[at(number) + PRICE] = message.priceMicros;
        data[at(number) + SIZE] = message.sizeMicros;
        allowed[slot(number)] = (byte) mayDo;
    }

    /** Folds into {@code minute} all its prints that stand, in the order they came; {@code scratch} is overwritten. */
    void foldInto(Minute minute, Tick scratch) {
        for (long number = first; number < end; number++) {
            int at = at(number);
            long atNs = data[at + TIME];
            if (atNs >= minute.startNs && atNs < minute.endNs) {
                scratch.trade(0, data[at + PRICE], data[at + SIZE], 0, atNs, 0);
                scratch.tradeKey = data[at + KEY];
                minute.include(scratch, atNs, allowed[slot(number)]);
            }
        }
    }

    void clear() {
        first = 0;
        end = 0;
        wholeFromNs = Long.MAX_VALUE;
    }

    private void makeRoom() {
        int slots = allowed.length;
        if (slots == MOST) {
            forgetBefore(data[at(first) + TIME] / Bar.LENGTH_NS * Bar.LENGTH_NS + Bar.LENGTH_NS);
            return;
        }
        int more = Math.max(FIRST_SLOTS, slots * 2);
        long[] grownData = new long[more * STRIDE];
        byte[] grownAllowed = new byte[more];
        for (long number = first; number < end; number++) {
            int to = (int) (number & more - 1);
            System.arraycopy(data, at(number), grownData, to * STRIDE, STRIDE);
            grownAllowed[to] = allowed[slot(number)];
        }
        data = grownData;
        allowed = grownAllowed;
    }

    private int slot(long number) {
        return (int) (number & allowed.length - 1);
    }

    private int at(long number) {
        return slot(number) * STRIDE;
    }
}
