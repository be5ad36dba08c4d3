package org.tickstock.engine.detect;

import java.util.Arrays;
import org.tickstock.engine.market.TradeKey;

/**
 * The best prints of one side, best first, so that the best can be taken back and the next one is known.
 *
 * <p>Eight are kept whole, and one more with each new extreme, to {@value #MOST}; of all the others only the best
 * price. So the extreme stays exact when a whole sweep of new extremes is taken back. A print without a key can never
 * be taken back, so what is no better than one is not kept at all.
 * <p>Thread: belongs to the symbol's lane.
 * <p>Units: micro-dollars, micro-shares, nanoseconds UTC.
 */
final class BestPrints {

    static final int KEPT = 8;
    static final int MOST = 64;

    private static final Verdict[] VERDICTS = Verdict.values();
    // a print's figures lie side by side
    private static final int PRICE = 0;
    private static final int KEY = 1;
    private static final int TIME = 2;
    private static final int VOLUME = 3;
    private static final int VERDICT = 4;
    private static final int STRIDE = 5;

    private final boolean highest;
    private long[] data = new long[KEPT * STRIDE];
    private int count;
    private long otherMicros;

    BestPrints(boolean highest) {
        this.highest = highest;
    }

    boolean isEmpty() {
        return count == 0 && otherMicros == 0;
    }

    /** The best price, 0 when there is none. */
    long priceMicros() {
        return count > 0 ? data[PRICE] : otherMicros;
    }

    /** When the best price was first printed, 0 when that is not known any more. */
    long timeNs() {
        return count > 0 ? data[TIME] : 0;
    }

    /** Key of the trade that holds the best price, 0 when it has none. */
    long tradeKey() {
        return count > 0 ? data[KEY] : TradeKey.NONE;
    }

    /** What became of the print that holds the best price. */
    Verdict verdict() {
        return count > 0 ? VERDICTS[(int) data[VERDICT]] : Verdict.ELIGIBLE;
    }

    /** A print at this price or a worse one changes nothing here; 0 while any would. */
    long quietMicros() {
        int last = (count - 1) * STRIDE;
        return count > 0 && data[last + KEY] == TradeKey.NONE ? data[last + PRICE] : otherMicros;
    }

    /** Takes a print; of equal prices the first stays ahead. */
    void add(long priceMicros, long key, long timeNs, long volumeMicros, Verdict verdict) {
        long quietMicros = quietMicros();
        if (quietMicros != 0 && !isBetter(priceMicros, quietMicros)) {
            return;
        }
        int at = count;
        while (at > 0 && isBetter(priceMicros, data[(at - 1) * STRIDE + PRICE])) {
            at--;
        }
        if (at >= KEPT && at == count) {
            noteOther(priceMicros);
            return;
        }
        if (key == TradeKey.NONE) {
            count = at + 1;
            otherMicros = 0;
        } else {
            makeRoom(at);
        }
        int slot = at * STRIDE;
        data[slot + PRICE] = priceMicros;
        data[slot + KEY] = key;
        data[slot + TIME] = timeNs;
        data[slot + VOLUME] = volumeMicros;
        data[slot + VERDICT] = verdict.ordinal();
    }

    /** The trade with this key, null when it is not among those kept. */
    KnownTrade find(long key) {
        int slot = indexOf(key) * STRIDE;
        return slot < 0 ? null : new KnownTrade(data[slot + PRICE], data[slot + VOLUME], data[slot + TIME]);
    }

    /** Takes the trade with this key out, if it is kept. */
    void remove(long key) {
        int at = indexOf(key);
        if (at >= 0) {
            System.arraycopy(data, (at + 1) * STRIDE, data, at * STRIDE, (count - 1 - at) * STRIDE);
            count--;
        }
    }

    void clear() {
        count = 0;
        otherMicros = 0;
    }

    private int indexOf(long key) {
        for (int at = 0; at < count; at++) {
            if (data[at * STRIDE + KEY] == key) {
                return at;
            }
        }
        return -1;
    }

    private boolean isBetter(long priceMicros, long thanMicros) {
        return highest ? priceMicros > thanMicros : priceMicros < thanMicros;
    }

    /** Moves what is kept from {@code at} on back by one; the last leaves, unless the new print is the extreme. */
    private void makeRoom(int at) {
        if (count < KEPT || at == 0 && count < MOST) {
            count++;
            if (count * STRIDE > data.length) {
                data = Arrays.copyOf(data, data.length * 2);
            }
        } else {
            noteOther(data[(count - 1) * STRIDE + PRICE]);
        }
        System.arraycopy(data, at * STRIDE, data, (at + 1) * STRIDE, (count - 1 - at) * STRIDE);
    }

    private void noteOther(long priceMicros) {
        if (otherMicros == 0 || isBetter(priceMicros, otherMicros)) {
            otherMicros = priceMicros;
        }
    }
}
