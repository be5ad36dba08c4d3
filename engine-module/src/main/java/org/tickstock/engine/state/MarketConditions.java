package org.tickstock.engine.state;

import java.util.List;

/**
 * What kind of market it is, by the benchmark and by how many symbols of the universe go along.
 *
 * <p>Thread: immutable; may be shared.
 * <p>Units: per cent where the name says so; NaN where there are too few bars.
 * <p>Source: market state, section 6.
 *
 * @param benchmark the symbol looked at; empty where that is the universe's own mean
 * @param benchmarkPct its change of the day
 * @param volatilityPct deviation of the benchmark's last 20 daily log returns, annualised over 252 days
 * @param volatilityPercentile share of the volatilities of the last 252 days, as far as known, that are lower
 * @param volatility its level
 * @param trend which way the market goes
 * @param strength how one-sided the universe is, 0 to 10
 * @param volumeRatio the universe's volume of the day against its mean of the 30 days before; while the day is forming,
 *     against the share of that which is usual by then, and NaN where nobody told it
 * @param volume its level
 * @param regime all of it in one word
 */
public record MarketConditions(
        String benchmark, double benchmarkPct, double volatilityPct, double volatilityPercentile, Level volatility,
        Trend trend, double strength, double volumeRatio, Level volume, Regime regime) {

    /** How much of something there is. */
    public enum Level {
        LOW, MEDIUM, HIGH, UNKNOWN
    }

    /** Which way the market goes. */
    public enum Trend {
        /** The benchmark is above its 50 and 200-day averages, as are half the symbols above their 50-day ones. */
        BULLISH,
        /** It is below both, and more than half the symbols are below theirs. */
        BEARISH,
        /** Neither. */
        NEUTRAL,
        /** Too few bars to say. */
        UNKNOWN
    }

    /** What a trader makes of it; the first that holds. */
    public enum Regime {
        /** Volatility is among the highest fifth of the year. */
        HIGH_VOLATILITY,
        /** Bullish, and volatility is not high. */
        RISK_ON,
        /** Bearish. */
        RISK_OFF,
        /** None of these. */
        NEUTRAL,
        /** Too few bars to say. */
        UNKNOWN
    }

    private static final double LOW_VOLATILITY_PCT = 15;
    private static final double HIGH_VOLATILITY_PCT = 25;
    private static final double HIGH_PERCENTILE = 80;
    private static final double HIGH_VOLUME = 1.5;
    private static final double LOW_VOLUME = 0.8;

    static MarketConditions of(
            UniversePast.Benchmark benchmark, List<SymbolFigures> fresh, BreadthCount aboveSma50,
            double usualVolumeFraction) {
        double[] levels = benchmark.levels();
        IndexVolatility volatility = new IndexVolatility(levels);
        double pctAbove = 100.0 * aboveSma50.up() / nothingIfZero(aboveSma50.eligible());
        Trend trend = trend(levels, pctAbove);
        double volumeRatio = volumeRatio(fresh, usualVolumeFraction);
        Level volatilityLevel = level(volatility.newestPct(), LOW_VOLATILITY_PCT, HIGH_VOLATILITY_PCT);
        return new MarketConditions(benchmark.name(), benchmark.dayPct(), volatility.newestPct(),
                volatility.percentile(), volatilityLevel, trend, 10 * Math.abs(2 * pctAbove / 100 - 1), volumeRatio,
                volumeLevel(volumeRatio), regime(volatility.percentile(), volatilityLevel, trend));
    }

    private static Trend trend(double[] levels, double pctAbove) {
        double last = levels[levels.length - 1];
        double sma50 = mean(levels, 50);
        double sma200 = mean(levels, 200);
        if (Double.isNaN(sma200) || Double.isNaN(pctAbove)) {
            return Trend.UNKNOWN;
        }
        if (Prices.isAbove(last, sma50) && Prices.isAbove(last, sma200) && pctAbove >= 50) {
            return Trend.BULLISH;
        }
        boolean isBelow = Prices.isAbove(sma50, last) && Prices.isAbove(sma200, last);
        return isBelow && pctAbove < 50 ? Trend.BEARISH : Trend.NEUTRAL;
    }

    private static double mean(double[] levels, int days) {
        double sum = 0;
        for (int back = 0; back < days; back++) {
            sum += back < levels.length ? levels[levels.length - 1 - back] : Double.NaN;
        }
        return sum / days;
    }

    private static double volumeRatio(List<SymbolFigures> fresh, double usualFraction) {
        double volume = 0;
        double usual = 0;
        for (SymbolFigures symbol : fresh) {
            if (!Double.isNaN(symbol.activity().meanVolume30())) {
                volume += symbol.bar().volume();
                usual += symbol.activity().meanVolume30() * (symbol.forming() ? usualFraction : 1);
            }
        }
        return volume / nothingIfZero(usual);
    }

    private static Level level(double figure, double low, double high) {
        if (Double.isNaN(figure)) {
            return Level.UNKNOWN;
        }
        if (figure < low) {
            return Level.LOW;
        }
        return figure < high ? Level.MEDIUM : Level.HIGH;
    }

    private static Level volumeLevel(double ratio) {
        if (Double.isNaN(ratio)) {
            return Level.UNKNOWN;
        }
        if (ratio > HIGH_VOLUME) {
            return Level.HIGH;
        }
        return ratio > LOW_VOLUME ? Level.MEDIUM : Level.LOW;
    }

    private static Regime regime(double percentile, Level volatility, Trend trend) {
        if (Double.isNaN(percentile) || trend == Trend.UNKNOWN) {
            return Regime.UNKNOWN;
        }
        if (percentile >= HIGH_PERCENTILE) {
            return Regime.HIGH_VOLATILITY;
        }
        return switch (trend) {
            case BULLISH -> volatility == Level.HIGH ? Regime.NEUTRAL : Regime.RISK_ON;
            case BEARISH -> Regime.RISK_OFF;
            default -> Regime.NEUTRAL;
        };
    }

    private static double nothingIfZero(double divisor) {
        return divisor == 0 ? Double.NaN : divisor;
    }
}
