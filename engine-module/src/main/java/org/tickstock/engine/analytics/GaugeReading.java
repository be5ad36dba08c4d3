package org.tickstock.engine.analytics;

/**
 * The gauges of a universe after one window.
 *
 * <p>Units: scores in -100..100, raw; percentages; shares; nanoseconds UTC.
 *
 * @param window the window's own sums
 * @param symbols how many the universe has
 * @param gauge exponential mean of the net score, alpha 0.3
 * @param vertical exponential mean of the net score, whose alpha grows with the window's activity
 * @param verticalAlpha alpha of this window, 0.2 to 0.4
 * @param activityWeight the window's activity in parts of the busiest one of the session
 * @param busiestActivity shares of that one
 * @param buyingPct exponential mean of the buying share in percent, alpha 0.3
 * @param net60 mean net score of the last six windows
 * @param net300 mean net score of the last thirty
 * @param activity60 mean activity of the last six windows, in shares
 * @param level how much volume moves prices
 * @param tradesPerMinute prints in the last six windows, or by as many as there are
 * @param tempo how fast that is for so many symbols
 * @param windows how many windows the session had so far
 */
public record GaugeReading(WindowSums window, int symbols, double gauge, double vertical, double verticalAlpha,
        double activityWeight, long busiestActivity, double buyingPct, double net60, double net300, double activity60,
        ActivityLevel level, double tradesPerMinute, TradeTempo tempo, int windows) {

    private static final double DISPLAY_LIMIT = 10;

    /** The net score as older displays and the database want it: within -10 and 10. */
    public double clampedNet() {
        return Math.max(-DISPLAY_LIMIT, Math.min(DISPLAY_LIMIT, window.netScore()));
    }
}
