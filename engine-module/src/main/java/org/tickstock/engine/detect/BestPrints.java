package org.tickstock.engine.detect;

/**
 * The best prints of one side, best first, so that the best can be taken back and the next one is known.
 *
 * <p>Eight are kept whole; of all the others only the best price. So the extreme stays exact until nine prints that
 * each were the extreme have been taken back.
 * <p>Thread: belongs to the symbol's lane.
 * <p>Units: micro-dollars, micro-shares, nanoseconds UTC.
 */
final class BestPrints {

    static final int KEPT = 8;

    private final boolean highest;
    private final long[] prices = new long[KEPT];
    private final long[] keys = new long[KEPT];
    private final long[] times = new long[KEPT];
    private final long[] volumes = new long[KEPT];
    private final Verdict[] verdicts = new Verdict[KEPT];
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
        return count > 0 ? prices[0] : otherMicros;
    }

    /** When the best price was first printed, 0 when that is not known any more. */
    long timeNs() {
        return count > 0 ? times[0] : 0;
    }

    /** Key of the trade that holds the best price, 0 when it has none. */
    long tradeKey() {
        return count > 0 ? keys[0] : 0;
    }

    /** What became of the print that holds the best price. */
    Verdict verdict() {
        return count > 0 ? verdicts[0] : Verdict.ELIGIBLE;
    }

    /** A print at this price or a worse one changes nothing here; 0 while any would. */
    long quietMicros() {
        return otherMicros;
    }

    /** Takes a print; of equal prices the first stays ahead. */
    void add(long priceMicros, long key, long timeNs, long volumeMicros, Verdict verdict) {
        if (otherMicros != 0 && !isBetter(priceMicros, otherMicros)) {
            return;
        }
        int at = count;
        while (at > 0 && isBetter(priceMicros, prices[at - 1])) {
            at--;
        }
        if (at == KEPT) {
            noteOther(priceMicros);
            return;
        }
        if (count == KEPT) {
            noteOther(prices[KEPT - 1]);
        } else {
            count++;
        }
        move(at, at + 1, count - 1 - at);
        prices[at] = priceMicros;
        keys[at] = key;
        times[at] = timeNs;
        volumes[at] = volumeMicros;
        verdicts[at] = verdict;
    }

    /** The trade with this key, null when it is not among those kept. */
    KnownTrade find(long key) {
        int at = indexOf(key);
        return at < 0 ? null : new KnownTrade(prices[at], volumes[at], times[at]);
    }

    /** Takes the trade with this key out, if it is kept. */
    void remove(long key) {
        int at = indexOf(key);
        if (at >= 0) {
            move(at + 1, at, count - 1 - at);
            count--;
        }
    }

    void clear() {
        count = 0;
        otherMicros = 0;
    }

    private int indexOf(long key) {
        for (int at = 0; at < count; at++) {
            if (keys[at] == key) {
                return at;
            }
        }
        return -1;
    }

    private boolean isBetter(long priceMicros, long thanMicros) {
        return highest ? priceMicros > thanMicros : priceMicros < thanMicros;
    }

    private void noteOther(long priceMicros) {
        if (otherMicros == 0 || isBetter(priceMicros, otherMicros)) {
            otherMicros = priceMicros;
        }
    }

    private void move(int from, int to, int length) {
        System.arraycopy(prices, from, prices, to, length);
        System.arraycopy(keys, from, keys, to, length);
        System.arraycopy(times, from, times, to, length);
        System.arraycopy(volumes, from, volumes, to, length);
        System.arraycopy(verdicts, from, verdicts, to, length);
    }
}
