package org.tickstock.engine.state;

import java.util.List;

/**
 * A symbol's price beside its averages, and the levels around it: one row of the matrix of averages.
 *
 * <p>Thread: immutable; may be shared.
 * <p>Units: USD; NaN where there are too few bars.
 *
 * @param standing the symbol
 * @param averages EMA 10, SMA 20, SMA 50, SMA 200
 * @param stops prices at which to stop
 * @param tiers prices on the way, up and down
 */
public record AverageMatrix(Standing standing, List<Distance> averages, List<Level> stops, List<Level> tiers) {

    private static final double[] STOPS_PCT = {-2, -1.5, -1, 0};
    private static final double[] STOPS_ATR = {1, 1.5, 2};
    private static final double[] TIERS_PCT = {-20, -15, -10, -5, 0, 5, 10};
    private static final double NEAR_ATR = 0.5;

    /** On which side of an average a price is. */
    public enum Side {
        /** More than half an ATR above. */
        ABOVE,
        /** Within half an ATR. */
        NEAR,
        /** More than half an ATR below. */
        BELOW,
        /** Too few bars to say. */
        UNKNOWN
    }

    /**
     * How far the price is from an average.
     *
     * @param average its name: ema10, sma20, sma50, sma200
     * @param priceUsd the average
     * @param pct from the average to the price, in per cent
     * @param atr the same in ATR
     * @param side which side that is
     */
    public record Distance(String average, double priceUsd, double pct, double atr, Side side) {
    }

    /**
     * A price to watch.
     *
     * @param name as it is written: {@code -1.5%}, {@code 2atr}
     * @param priceUsd where it lies
     */
    public record Level(String name, double priceUsd) {
    }

    /** The row of a symbol. */
    public static AverageMatrix of(Standing standing) {
        Averages averages = standing.figures().averages();
        double last = standing.figures().last();
        double atr = standing.figures().activity().atr();
        return new AverageMatrix(standing,
                List.of(distance("ema10", averages.ema10(), last, atr), distance("sma20", averages.sma20(), last, atr),
                        distance("sma50", averages.sma50(), last, atr),
                        distance("sma200", averages.sma200(), last, atr)),
                stops(last, atr), tiers(last));
    }

    private static Distance distance(String name, double average, double last, double atr) {
        double inAtr = atr > 0 ? (last - average) / atr : Double.NaN;
        return new Distance(name, average, Prices.changePct(last, average), inAtr, side(inAtr));
    }

    private static Side side(double inAtr) {
        if (Double.isNaN(inAtr)) {
            return Side.UNKNOWN;
        }
        if (Math.abs(inAtr) <= NEAR_ATR) {
            return Side.NEAR;
        }
        return inAtr > 0 ? Side.ABOVE : Side.BELOW;
    }

    private static List<Level> stops(double last, double atr) {
        Level[] levels = new Level[STOPS_PCT.length + STOPS_ATR.length];
        for (int at = 0; at < STOPS_PCT.length; at++) {
            levels[at] = percent(last, STOPS_PCT[at]);
        }
        for (int at = 0; at < STOPS_ATR.length; at++) {
            levels[STOPS_PCT.length + at] = new Level(number(STOPS_ATR[at]) + "atr", last - STOPS_ATR[at] * atr);
        }
        return List.of(levels);
    }

    private static List<Level> tiers(double last) {
        Level[] levels = new Level[TIERS_PCT.length];
        for (int at = 0; at < levels.length; at++) {
            levels[at] = percent(last, TIERS_PCT[at]);
        }
        return List.of(levels);
    }

    private static Level percent(double last, double pct) {
        return new Level((pct > 0 ? "+" : "") + number(pct) + "%", last * (1 + pct / 100));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
