package org.tickstock.engine.metrics;

import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * How often something took how long, in fixed buckets from a millisecond to ten seconds.
 *
 * <p>Thread: any records and reads, without locks; a reading beside a recording may miss that one.
 * <p>Units: nanoseconds.
 */
public final class LatencyHistogram {

    /** The upper bounds of the buckets, inclusive, ascending; the last bucket has none and is not listed. */
    public static final List<Long> BOUNDS_NS = List.of(
        1_000_000L, 2_500_000L, 5_000_000L, 10_000_000L, 25_000_000L, 50_000_000L, 100_000_000L, 250_000_000L,
        500_000_000L, 1_000_000_000L, 2_500_000_000L, 5_000_000_000L, 10_000_000_000L);

    private final AtomicLongArray counts = new AtomicLongArray(BOUNDS_NS.size() + 1);
    private final LongAdder sumNs = new LongAdder();

    /** Counts one duration; one below zero, as a clock put back makes it, counts as zero. */
    public void record(long durationNs) {
        long tookNs = Math.max(0, durationNs);
        int bucket = 0;
        while (bucket < BOUNDS_NS.size() && tookNs > BOUNDS_NS.get(bucket)) {
            bucket++;
        }
        counts.incrementAndGet(bucket);
        sumNs.add(tookNs);
    }

    /** How many durations were at most that of this place in {@link #BOUNDS_NS}. */
    public long countUpTo(int bound) {
        long count = 0;
        for (int bucket = 0; bucket <= bound; bucket++) {
            count += counts.get(bucket);
        }
        return count;
    }

    /** How many durations were recorded. */
    public long count() {
        return countUpTo(BOUNDS_NS.size());
    }

    /** All durations together. */
    public long sumNs() {
        return sumNs.sum();
    }
}
