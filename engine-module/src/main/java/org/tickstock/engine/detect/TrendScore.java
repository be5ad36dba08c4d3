package org.tickstock.engine.detect;

import org.tickstock.engine.event.TrendEvent.Window;

/**
 * Scores the last 180, 360 and 600 seconds of closed buckets.
 *
 * <p>Thread: stateless.
 * <p>Source: detection rules, section 2, points 1 to 3.
 */
final class TrendScore {

    static final int[] WINDOWS_S = {180, 360, 600};
    static final double[] WINDOW_WEIGHTS = {0.3, 0.4, 0.3};

    private static final int WARM_UP_S = 180;
    private static final int LEAST_BUCKETS = 12;
    private static final int LONGEST_S = 600;
    private static final double SIGMAS = 3;
    static final double PRICE_WEIGHT = 0.5;
    static final double VWAP_WEIGHT = 0.3;
    static final double VOLUME_WEIGHT = 0.2;
    private static final double DEAD_BAND = 0.1;
    private static final double MICROS = 1_000_000;

    private TrendScore() {
    }

    /** Whether the symbol has been watched for long enough. */
    static boolean isWarm(SymbolState state) {
        SecondBuckets seconds = state.seconds;
        return state.volatility.isKnown()
                && seconds.second(seconds.open()) - seconds.second(seconds.first()) >= WARM_UP_S;
    }

    /** The weighted score of the three windows. */
    static double total(double shortScore, double mediumScore, double longScore) {
        return WINDOW_WEIGHTS[0] * shortScore + WINDOW_WEIGHTS[1] * mediumScore + WINDOW_WEIGHTS[2] * longScore;
    }

    /** Price, VWAP, volume and score of one window: the open bucket is the closed second being judged. */
    static Window window(SymbolState state, int seconds) {
        SecondBuckets buckets = state.seconds;
        long now = buckets.second(buckets.open());
        int to = buckets.open() + 1;
        int from = buckets.firstFrom(now - seconds + 1);
        int count = to - from;
        if (count < LEAST_BUCKETS) {
            return new Window(seconds, count, 0, 0, 0, 0);
        }
        double price = clamp(move(buckets, from, to, now, seconds) / (SIGMAS * state.volatility.sigma(seconds)));
        double vwap = vwapPart(state, buckets.priceMicros(buckets.open()));
        long volume = buckets.volume(from, to);
        double volumePart = volume == 0 ? 0 : (double) buckets.signedVolume(from, to) / volume;
        double score = Math.abs(price) < DEAD_BAND ? 0
                : PRICE_WEIGHT * price + VWAP_WEIGHT * vwap + VOLUME_WEIGHT * volumePart;
        return new Window(seconds, count, price, vwap, volumePart, score);
    }

    /** What the least-squares line moves over the window, as a share of the mean price. */
    private static double move(SecondBuckets buckets, int from, int to, long now, int seconds) {
        long count = to - from;
        long reference = buckets.priceMicros(buckets.open());
        long sumX = buckets.sumX(from, to, now);
        long sumXx = buckets.sumXx(from, to, now);
        long sumY = buckets.sumY(from, to) - count * reference;
        long sumXy = buckets.sumXy(from, to, now) - reference * sumX;
        double slope = ((double) count * sumXy - (double) sumX * sumY)
                / ((double) count * sumXx - (double) sumX * sumX);
        double mean = (double) sumY / count + reference;
        return slope * seconds / mean;
    }

    private static double vwapPart(SymbolState state, long lastMicros) {
        double vwap = state.vwapUsd();
        if (Double.isNaN(vwap)) {
            return 0;
        }
        return clamp((lastMicros / MICROS - vwap) / vwap / (SIGMAS * state.volatility.sigma(LONGEST_S)));
    }

    private static double clamp(double value) {
        return Math.max(-1, Math.min(1, value));
    }
}
