package org.tickstock.engine.state;

import java.util.Arrays;

/**
 * Day by day, the sample deviation of the last 20 log returns of an index, annualised.
 *
 * <p>Thread: immutable; may be shared.
 * <p>Units: per cent of a year of 252 days.
 */
final class IndexVolatility {

    private static final int RETURNS = 20;
    private static final int YEAR_DAYS = 252;
    private static final int LEAST_DAYS = 100;

    /** Of the last 252 days, newest last; NaN where it is not known. */
    private final double[] pct;

    IndexVolatility(double[] levels) {
        pct = new double[Math.min(YEAR_DAYS, levels.length)];
        double[] returns = new double[levels.length];
        Arrays.fill(returns, Double.NaN);
        for (int day = 1; day < levels.length; day++) {
            returns[day] = Math.log(levels[day] / levels[day - 1]);
        }
        for (int at = 0; at < pct.length; at++) {
            pct[at] = deviation(returns, levels.length - pct.length + at) * Math.sqrt(YEAR_DAYS) * 100;
        }
    }

    private static double deviation(double[] returns, int last) {
        if (last < RETURNS) {
            return Double.NaN;
        }
        double sum = 0;
        for (int day = last - RETURNS + 1; day <= last; day++) {
            sum += returns[day];
        }
        double squares = 0;
        for (int day = last - RETURNS + 1; day <= last; day++) {
            double difference = returns[day] - sum / RETURNS;
            squares += difference * difference;
        }
        return Math.sqrt(squares / (RETURNS - 1));
    }

    double newestPct() {
        return pct.length == 0 ? Double.NaN : pct[pct.length - 1];
    }

    /** How many of the days before, of at least 100 whose volatility is known, were calmer, in per cent. */
    double percentile() {
        int known = 0;
        int calmer = 0;
        for (int at = 0; at < pct.length - 1; at++) {
            known += Double.isNaN(pct[at]) ? 0 : 1;
            calmer += pct[at] < newestPct() ? 1 : 0;
        }
        return known < LEAST_DAYS ? Double.NaN : 100.0 * calmer / known;
    }
}
