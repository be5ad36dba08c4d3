package org.tickstock.engine.detect;

/**
 * The seconds of one trend window and the sums over them, kept as buckets close and leave.
 *
 * <p>Sums may wrap around; differences modulo 2^64 are still right, because each true one fits a {@code long}.
 * <p>Thread: belongs to the symbol's lane.
 * <p>Units: whole epoch seconds, micro-dollars, micro-shares.
 */
final class TrendWindow {

    private final int seconds;
    private final double rootOfTens;

    // buckets from (inclusive) to (exclusive) are counted; before the first, none are
    private int from = -1;
    private int to;
    private long sumX;
    private long sumXx;
    private long sumY;
    private long sumXy;
    private long volume;
    private long signedVolume;

    // the bucket that leaves next, at hand before it is asked for: it lies far back in the ring, far from any cache
    private long leavingSecond;
    private long leavingMicros;
    private long leavingVolume;
    private long leavingSignedVolume;

    TrendWindow(int seconds) {
        this.seconds = seconds;
        this.rootOfTens = Volatility.rootOfTens(seconds);
    }

    /** Length of the window. */
    int seconds() {
        return seconds;
    }

    /** What a sigma of ten seconds is multiplied by for one of the window. */
    double rootOfTens() {
        return rootOfTens;
    }

    /** Counts up to the open bucket, whose second is over, and lets go of what is too old. */
    void slide(SecondBuckets buckets) {
        if (from < buckets.first()) {
            restart(buckets);
        }
        int open = buckets.open();
        for (; to <= open; to++) {
            add(buckets.second(to), buckets.priceMicros(to), buckets.volume(to), buckets.signedVolume(to));
        }
        long tooOld = buckets.openSecond() - seconds;
        while (leavingSecond <= tooOld) {
            remove(leavingSecond, leavingMicros, leavingVolume, leavingSignedVolume);
            from++;
            fetchLeaving(buckets);
        }
    }

    /** How many seconds of the window traded. */
    int count() {
        return to - from;
    }

    /** What the least-squares line moves over the window, as a share of the mean price. */
    double move(long now, long referenceMicros) {
        // around the newest second and price: small numbers, so that nothing is lost where a double takes over
        long count = to - from;
        long x = sumX - count * now;
        long xx = sumXx - 2 * now * sumX + count * now * now;
        long y = sumY - count * referenceMicros;
        long xy = sumXy - now * sumY - referenceMicros * x;
        double slope = ((double) count * xy - (double) x * y) / ((double) count * xx - (double) x * x);
        double mean = (double) y / count + referenceMicros;
        return slope * seconds / mean;
    }

    /** Share of the volume that went up, less what went down. */
    double signedShare() {
        return volume == 0 ? 0 : (double) signedVolume / volume;
    }

    private void restart(SecondBuckets buckets) {
        from = buckets.first();
        to = from;
        sumX = 0;
        sumXx = 0;
        sumY = 0;
        sumXy = 0;
        volume = 0;
        signedVolume = 0;
        fetchLeaving(buckets);
    }

    private void fetchLeaving(SecondBuckets buckets) {
        leavingSecond = buckets.second(from);
        leavingMicros = buckets.priceMicros(from);
        leavingVolume = buckets.volume(from);
        leavingSignedVolume = buckets.signedVolume(from);
    }

    private void add(long second, long micros, long shares, long signedShares) {
        sumX += second;
        sumXx += second * second;
        sumY += micros;
        sumXy += second * micros;
        volume += shares;
        signedVolume += signedShares;
    }

    private void remove(long second, long micros, long shares, long signedShares) {
        sumX -= second;
        sumXx -= second * second;
        sumY -= micros;
        sumXy -= second * micros;
        volume -= shares;
        signedVolume -= signedShares;
    }
}
