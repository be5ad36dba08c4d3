package org.tickstock.engine.detect;

/**
 * The volume of a surge's interval and of the twenty intervals before it, and the price it is measured from; kept as
 * buckets close and leave.
 *
 * <p>Thread: belongs to the symbol's lane.
 * <p>Units: whole epoch seconds, micro-dollars, micro-shares.
 * <p>Source: detection rules, section 3, points 1 and 2.
 */
final class SurgeWindow {

    /** Intervals in the baseline. */
    static final int BASELINE_INTERVALS = 20;

    private static final long NEVER = Long.MIN_VALUE;

    private int intervalS;

    // closed buckets: the baseline's are baselineFrom to from, the interval's from to counted, each end exclusive
    private int baselineFrom;
    private int from;
    private int counted;
    private long baselineVolume;
    private long intervalVolume;
    private long referenceSecond = NEVER;
    private long referenceMicros;

    // seconds of the oldest bucket of each: asked for all the time, while the buckets lie far back in the ring
    private long baselineSecond;
    private long intervalSecond;

    /** Moves on to the open bucket's second. */
    void slide(SecondBuckets buckets, int interval) {
        if (interval != intervalS || baselineFrom < buckets.first()) {
            restart(buckets, interval);
        } else if (counted == buckets.open()) {
            return;
        }
        int open = buckets.open();
        for (; counted < open; counted++) {
            intervalVolume += buckets.volume(counted);
        }
        moveTails(buckets, open, buckets.openSecond());
    }

    /** Volume of the interval, the open bucket's included. */
    long intervalVolume(SecondBuckets buckets) {
        return intervalVolume + buckets.openVolume();
    }

    /** Volume of the twenty intervals before it. */
    long baselineVolume() {
        return baselineVolume;
    }

    /** Whether the newest bucket before the interval is no more than so many seconds older than that. */
    boolean hasReference(SecondBuckets buckets, int ageS) {
        return referenceSecond >= buckets.openSecond() - intervalS - ageS;
    }

    /** How much older than the interval the newest bucket before it is; infinite when there is none. */
    double referenceAgeS(SecondBuckets buckets) {
        return referenceSecond == NEVER ? Double.POSITIVE_INFINITY
                : buckets.openSecond() - intervalS - referenceSecond;
    }

    /** Last price before the interval. */
    long referenceMicros() {
        return referenceMicros;
    }

    private void moveTails(SecondBuckets buckets, int open, long second) {
        while (from < open && intervalSecond <= second - intervalS) {
            long volume = buckets.volume(from);
            intervalVolume -= volume;
            baselineVolume += volume;
            referenceSecond = intervalSecond;
            referenceMicros = buckets.priceMicros(from);
            from++;
            intervalSecond = buckets.second(from);
        }
        long tooOld = second - (BASELINE_INTERVALS + 1L) * intervalS;
        while (baselineFrom < from && baselineSecond <= tooOld) {
            baselineVolume -= buckets.volume(baselineFrom);
            baselineFrom++;
            baselineSecond = buckets.second(baselineFrom);
        }
    }

    private void restart(SecondBuckets buckets, int interval) {
        intervalS = interval;
        baselineFrom = buckets.first();
        from = baselineFrom;
        counted = baselineFrom;
        baselineVolume = 0;
        intervalVolume = 0;
        referenceSecond = NEVER;
        baselineSecond = buckets.firstSecond();
        intervalSecond = baselineSecond;
    }
}
