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

    /** Score of one window: the open bucket is the closed second being judged. */
    static double score(SymbolState state, int seconds) {
        int from = from(state.seconds, seconds);
        return count(state.seconds, from) < LEAST_BUCKETS ? 0
                : score(price(state, from, seconds), vwap(state), volume(state.seconds, from));
    }

    /** The same with all that it is made of; only an event needs it. */
    static Window window(SymbolState state, int seconds) {
        int from = from(state.seconds, seconds);
        int count = count(state.seconds, from);
        if (count < LEAST_BUCKETS) {
            return new Window(seconds, count, 0, 0, 0, 0);
        }
        double price = price(state, from, seconds);
        double vwap = vwap(state);
        double volume = volume(state.seconds, from);
        return new Window(seconds, count, price, vwap, volume, score(price, vwap, volume));
    }

    private static double score(double price, double vwap, double volume) {
        return Math.abs(price) < DEAD_BAND ? 0
                : PRICE_WEIGHT * price + VWAP_WEIGHT * vwap + VOLUME_WEIGHT * volume;
    }

    private static int from(SecondBuckets buckets, int seconds) {
        return buckets.firstFrom(buckets.second(buckets.open()) - seconds + 1);
    }

    private static int count(SecondBuckets buckets, int from) {
        return buckets.open() + 1 - from;
    }

    private static double price(SymbolState state, int from, int seconds) {
        return clamp(move(state.seconds, from, seconds) / (SIGMAS * state.volatility.sigma(seconds)));
    }

    /** What the least-squares line moves over the window, as a share of the mean price. */
    private static double move(SecondBuckets buckets, int from, int seconds) {
        int to = buckets.open() + 1;
        long now = buckets.second(buckets.open());
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

    private static double vwap(SymbolState state) {
        long lastMicros = state.seconds.priceMicros(state.seconds.open());
        double vwap = state.vwapUsd();
        if (Double.isNaN(vwap)) {
            return 0;
        }
        return clamp((lastMicros / MICROS - vwap) / vwap / (SIGMAS * state.volatility.sigma(LONGEST_S)));
    }

    private static double volume(SecondBuckets buckets, int from) {
        int to = buckets.open() + 1;
        long volume = buckets.volume(from, to);
        return volume == 0 ? 0 : (double) buckets.signedVolume(from, to) / volume;
    }

    private static double clamp(double value) {
        return Math.max(-1, Math.min(1, value));
    }
}
