package org.tickstock.engine.detect;

/**
 * Last price and volume of every second that traded, for the last 600 seconds and the one that is still open.
 *
 * <p>Every sum over a stretch of buckets is the difference of two running totals: no rescanning, and exact. Totals may
 * wrap around; differences modulo 2^64 are still right, because each true difference fits a {@code long}.
 * <p>A symbol that trades rarely holds few buckets; the ring grows with what it has to hold, to 1,024 at most.
 * <p>Thread: belongs to the symbol's lane.
 * <p>Units: whole epoch seconds, micro-dollars, micro-shares.
 */
final class SecondBuckets {

    /** Seconds kept besides the open one. */
    static final int SECONDS = 600;

    private static final int FIRST_SLOTS = 32;

    // a bucket's figures lie side by side
    private static final int SECOND = 0;
    private static final int PRICE = 1;
    private static final int VOLUME = 2;
    // totals over all buckets before this one, since the buckets were last cleared
    private static final int VOLUME_BEFORE = 3;
    private static final int SIGNED_BEFORE = 4;
    private static final int SECONDS_BEFORE = 5;
    private static final int SQUARES_BEFORE = 6;
    private static final int PRICES_BEFORE = 7;
    private static final int PRODUCTS_BEFORE = 8;
    private static final int STRIDE = 9;

    private long[] data = new long[FIRST_SLOTS * STRIDE];
    private int mask = FIRST_SLOTS - 1;

    // buckets are numbered; those from first (inclusive) to end (exclusive) are held
    private int first;
    private int end;

    boolean isEmpty() {
        return first == end;
    }

    /** Number of the oldest bucket held. */
    int first() {
        return first;
    }

    /** Number of the open bucket; buckets before it are closed. */
    int open() {
        return end - 1;
    }

    long second(int bucket) {
        return get(bucket, SECOND);
    }

    long priceMicros(int bucket) {
        return get(bucket, PRICE);
    }

    /** Adds a trade, which must not be of an earlier second than the open bucket. */
    void add(long atSecond, long price, long volume) {
        if (isEmpty() || second(open()) != atSecond) {
            append(atSecond);
        }
        int slot = slot(open());
        data[slot + PRICE] = price;
        data[slot + VOLUME] += volume;
    }

    /** First held bucket whose second is {@code atSecond} or later; {@code open() + 1} when there is none. */
    int firstFrom(long atSecond) {
        int low = first;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (second(middle) < atSecond) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Volume of the buckets from {@code from} to before {@code to}, which may be one past the open bucket. */
    long volume(int from, int to) {
        return between(from, to, VOLUME_BEFORE);
    }

    /** The same, each bucket's volume signed by its price change to the bucket before it. */
    long signedVolume(int from, int to) {
        return between(from, to, SIGNED_BEFORE);
    }

    /** Sum of (second - origin). */
    long sumX(int from, int to, long origin) {
        return between(from, to, SECONDS_BEFORE) - (to - from) * origin;
    }

    /** Sum of (second - origin) squared. */
    long sumXx(int from, int to, long origin) {
        return between(from, to, SQUARES_BEFORE) - 2 * origin * between(from, to, SECONDS_BEFORE)
                + (to - from) * origin * origin;
    }

    /** Sum of prices. */
    long sumY(int from, int to) {
        return between(from, to, PRICES_BEFORE);
    }

    /** Sum of (second - origin) * price. */
    long sumXy(int from, int to, long origin) {
        return between(from, to, PRODUCTS_BEFORE) - origin * sumY(from, to);
    }

    void clear() {
        first = end;
    }

    private void append(long atSecond) {
        while (!isEmpty() && second(first) < atSecond - SECONDS) {
            first++;
        }
        if (end - first > mask) {
            grow();
        }
        int slot = slot(end);
        if (isEmpty()) {
            java.util.Arrays.fill(data, slot, slot + STRIDE, 0);
        } else {
            for (int total = VOLUME_BEFORE; total < STRIDE; total++) {
                data[slot + total] = before(end, total);
            }
        }
        data[slot + SECOND] = atSecond;
        data[slot + VOLUME] = 0;
        end++;
    }

    private long between(int from, int to, int total) {
        return from >= to ? 0 : before(to, total) - get(from, total);
    }

    /** A total over all buckets before {@code bucket}, which may be one past the open one. */
    private long before(int bucket, int total) {
        return bucket < end ? get(bucket, total) : get(end - 1, total) + own(end - 1, total);
    }

    private long own(int bucket, int total) {
        long at = get(bucket, SECOND);
        long price = get(bucket, PRICE);
        return switch (total) {
            case VOLUME_BEFORE -> get(bucket, VOLUME);
            case SIGNED_BEFORE -> sign(bucket) * get(bucket, VOLUME);
            case SECONDS_BEFORE -> at;
            case SQUARES_BEFORE -> at * at;
            case PRICES_BEFORE -> price;
            case PRODUCTS_BEFORE -> at * price;
            default -> throw new IllegalArgumentException("total must be one of the kept ones, was " + total);
        };
    }

    private int sign(int bucket) {
        return bucket > first ? Long.compare(get(bucket, PRICE), get(bucket - 1, PRICE)) : 0;
    }

    private void grow() {
        long[] grown = new long[data.length * 2];
        int grownMask = mask * 2 + 1;
        for (int bucket = first; bucket < end; bucket++) {
            System.arraycopy(data, slot(bucket), grown, (bucket & grownMask) * STRIDE, STRIDE);
        }
        data = grown;
        mask = grownMask;
    }

    private long get(int bucket, int field) {
        return data[slot(bucket) + field];
    }

    private int slot(int bucket) {
        return (bucket & mask) * STRIDE;
    }
}
