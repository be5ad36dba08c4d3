package org.tickstock.engine.detect;

import org.tickstock.engine.event.TrendEvent.Window;

/**
 * Scores the last 180, 360 and 600 seconds of closed buckets.
 *
 * <p>Thread: stateless.
 * <p>Source: detection rules, section 2, points 1 to 3.
 */
final class TrendScore {

    static final double PRICE_WEIGHT = 0.5;
    static final double VWAP_WEIGHT = 0.3;
    static final double VOLUME_WEIGHT = 0.2;

    private static final double SHORT_WEIGHT = 0.3;
    private static final double MEDIUM_WEIGHT = 0.4;
    private static final double LONG_WEIGHT = 0.3;
    static final int WARM_UP_S = 180;
    private static final int LEAST_BUCKETS = 12;
    private static final double SIGMAS = 3;
    private static final double DEAD_BAND = 0.1;
    private static final double MICROS = 1_000_000;

    private TrendScore() {
    }

    /** Whether the symbol has been watched for long enough. */
    static boolean isWarm(SymbolState state) {
        return state.volatility.isKnown() && watchedS(state.seconds) >= WARM_UP_S;
    }

    /** Seconds between the first and the last trade that are held. */
    static long watchedS(SecondBuckets seconds) {
        return seconds.openSecond() - seconds.firstSecond();
    }

    /** Moves the three windows on to the open bucket, the closed second being judged; their weighted score. */
    static double slide(SymbolState state) {
        TrendState trend = state.trend;
        trend.shortWindow.slide(state.seconds);
        trend.mediumWindow.slide(state.seconds);
        trend.longWindow.slide(state.seconds);
        if (trend.longWindow.count() < LEAST_BUCKETS) {
            return 0;
        }
        double vwap = vwap(state);
        return SHORT_WEIGHT * score(state, trend.shortWindow, vwap)
                + MEDIUM_WEIGHT * score(state, trend.mediumWindow, vwap)
                + LONG_WEIGHT * score(state, trend.longWindow, vwap);
    }

    /** A window's score with all that it is made of, after it was moved on; only an event needs it. */
    static Window window(SymbolState state, TrendWindow window) {
        if (window.count() < LEAST_BUCKETS) {
            return new Window(window.seconds(), window.count(), 0, 0, 0, 0);
        }
        double price = price(state, window);
        double vwap = vwap(state);
        double volume = window.signedShare();
        return new Window(window.seconds(), window.count(), price, vwap, volume, score(price, vwap, volume));
    }

    private static double score(SymbolState state, TrendWindow window, double vwap) {
        return window.count() < LEAST_BUCKETS ? 0 : score(price(state, window), vwap, window.signedShare());
    }

    private static double score(double price, double vwap, double volume) {
        return Math.abs(price) < DEAD_BAND ? 0
                : PRICE_WEIGHT * price + VWAP_WEIGHT * vwap + VOLUME_WEIGHT * volume;
    }

    private static double price(SymbolState state, TrendWindow window) {
        SecondBuckets buckets = state.seconds;
        return clamp(window.move(buckets.openSecond(), buckets.openMicros())
                / (SIGMAS * (state.volatility.sigma10() * window.rootOfTens())));
    }

    private static double vwap(SymbolState state) {
        double vwap = state.vwapUsd();
        if (Double.isNaN(vwap)) {
            return 0;
        }
        return clamp((state.seconds.openMicros() / MICROS - vwap) / vwap
                / (SIGMAS * (state.volatility.sigma10() * state.trend.longWindow.rootOfTens())));
    }

    private static double clamp(double value) {
        return Math.max(-1, Math.min(1, value));
    }
}
