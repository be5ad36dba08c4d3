package org.tickstock.bench.baseline;

import java.util.ArrayDeque;
import java.util.Deque;

/** The closed seconds of one trend window, with the sums its least-squares line needs. */
final class TrendWindow {

    private static final int LEAST_BUCKETS = 12;
    private static final double DEAD_BAND = 0.1;

    private final int seconds;
    private final Deque<SecondBucket> buckets = new ArrayDeque<>();
    private long origin;
    private long sumX;
    private long sumXx;
    private long sumY;
    private long sumXy;
    private long shares;
    private long signedShares;

    TrendWindow(int seconds) {
        this.seconds = seconds;
    }

    Deque<SecondBucket> buckets() {
        return buckets;
    }

    void add(SecondBucket bucket) {
        if (buckets.isEmpty()) {
            origin = bucket.second();
        }
        buckets.addLast(bucket);
        count(bucket, 1);
        while (buckets.getFirst().second() <= bucket.second() - seconds) {
            count(buckets.removeFirst(), -1);
        }
    }

    void clear() {
        buckets.clear();
        sumX = 0;
        sumXx = 0;
        sumY = 0;
        sumXy = 0;
        shares = 0;
        signedShares = 0;
    }

    /** 0.5 P + 0.3 V + 0.2 U; rules, section 2, point 2. */
    double score(double sigma, double vwapPart) {
        if (buckets.size() < LEAST_BUCKETS) {
            return 0;
        }
        double price = clamp(move() / (3 * sigma));
        double volume = shares == 0 ? 0 : (double) signedShares / shares;
        return Math.abs(price) < DEAD_BAND ? 0 : 0.5 * price + 0.3 * vwapPart + 0.2 * volume;
    }

    static double clamp(double value) {
        return Math.max(-1, Math.min(1, value));
    }

    /** What the line moves over the window, as a share of the mean price. */
    private double move() {
        // around the newest second and price: small numbers, so that nothing is lost where a double takes over
        SecondBucket newest = buckets.getLast();
        long n = buckets.size();
        long now = newest.second() - origin;
        long reference = newest.priceMicros();
        long x = sumX - n * now;
        long xx = sumXx - 2 * now * sumX + n * now * now;
        long y = sumY - n * reference;
        long xy = sumXy - now * sumY - reference * x;
        double slope = ((double) n * xy - (double) x * y) / ((double) n * xx - (double) x * x);
        return slope * seconds / ((double) y / n + reference);
    }

    private void count(SecondBucket bucket, int times) {
        long x = bucket.second() - origin;
        sumX += times * x;
        sumXx += times * x * x;
        sumY += times * bucket.priceMicros();
        sumXy += times * x * bucket.priceMicros();
        shares += times * bucket.shares();
        signedShares += times * bucket.sign() * bucket.shares();
    }
}
