package org.tickstock.engine.detect;

/**
 * Last price and volume of every second that traded, for the last 600 seconds at least and the one that is still open.
 *
 * <p>Windows over it ({@link TrendWindow}, {@link SurgeWindow}) keep their own sums and walk along: a bucket is counted
 * once when it closes and once when it leaves, nothing is looked for. What is older than 600 seconds goes when the ring
 * is full, all of it at once: asked one by one, with each second that closes, memory would have to fetch each from far.
 * <p>A symbol that trades rarely holds few buckets; the ring grows with what it has to hold, to 1,024 at most.
 * <p>Thread: belongs to the symbol's lane.
 * <p>Units: whole epoch seconds, micro-dollars, micro-shares.
 */
final class SecondBuckets {

    /** Seconds kept besides the open one; what is older may be gone. */
    static final int SECONDS = 600;

    private static final int FIRST_SLOTS = 32;
    private static final int MOST_SLOTS = 1_024;

    // a closed bucket's figures lie side by side
    private static final int SECOND = 0;
    private static final int PRICE = 1;
    private static final int VOLUME = 2;
    private static final int SIGNED = 3;
    private static final int STRIDE = 4;

    private long[] data = new long[FIRST_SLOTS * STRIDE];
    private int mask = FIRST_SLOTS - 1;

    // buckets are numbered; those from first (inclusive) to end (exclusive) are held, the last of them is open
    private int first;
    private int end;
    private long firstSecond;
    private long openSecond;
    private long openMicros;
    private long openVolume;
    // price of the bucket before the open one, 0 where there is none
    private long closedMicros;

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

    /** Second of the oldest bucket held. */
    long firstSecond() {
        return firstSecond;
    }

    /** Second of the open bucket. */
    long openSecond() {
        return openSecond;
    }

    /** Price of the open bucket. */
    long openMicros() {
        return openMicros;
    }

    /** Volume of the open bucket. */
    long openVolume() {
        return openVolume;
    }

    long second(int bucket) {
        return bucket == open() ? openSecond : data[slot(bucket) + SECOND];
    }

    long priceMicros(int bucket) {
        return bucket == open() ? openMicros : data[slot(bucket) + PRICE];
    }

    long volume(int bucket) {
        return bucket == open() ? openVolume : data[slot(bucket) + VOLUME];
    }

    /** The bucket's volume, signed by its price change to the bucket before it. */
    long signedVolume(int bucket) {
        return bucket == open() ? openSignedVolume() : data[slot(bucket) + SIGNED];
    }

    /** Adds a trade, which must not be of an earlier second than the open bucket. */
    void add(long atSecond, long price, long volume) {
        if (isEmpty() || openSecond != atSecond) {
            append(atSecond);
        }
        openMicros = price;
        openVolume += volume;
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

    void clear() {
        first = end;
        closedMicros = 0;
    }

    private void append(long atSecond) {
        if (isEmpty()) {
            firstSecond = atSecond;
        } else {
            close();
        }
        openSecond = atSecond;
        openVolume = 0;
        end++;
    }

    private void close() {
        int closing = open();
        if (closing - first > mask) {
            makeRoom(closing);
        }
        int slot = slot(closing);
        data[slot + SECOND] = openSecond;
        data[slot + PRICE] = openMicros;
        data[slot + VOLUME] = openVolume;
        data[slot + SIGNED] = openSignedVolume();
        closedMicros = openMicros;
    }

    private long openSignedVolume() {
        return closedMicros == 0 ? 0 : Long.compare(openMicros, closedMicros) * openVolume;
    }

    /** Lets go of what is too old; where that is less than a quarter of the ring, the ring grows. */
    private void makeRoom(int closing) {
        int oldest = first;
        while (second(first) < openSecond - SECONDS) {
            first++;
        }
        firstSecond = second(first);
        int slots = mask + 1;
        if (first - oldest < slots / 4 && slots < MOST_SLOTS) {
            grow(closing);
        }
    }

    private void grow(int closing) {
        long[] grown = new long[data.length * 2];
        int grownMask = mask * 2 + 1;
        for (int bucket = first; bucket < closing; bucket++) {
            System.arraycopy(data, slot(bucket), grown, (bucket & grownMask) * STRIDE, STRIDE);
        }
        data = grown;
        mask = grownMask;
    }

    private int slot(int bucket) {
        return (bucket & mask) * STRIDE;
    }
}
