package org.tickstock.engine.state;

import org.tickstock.engine.indicator.Atr;
import org.tickstock.engine.indicator.AverageRange;
import org.tickstock.engine.indicator.DollarVolume;
import org.tickstock.engine.indicator.Ema;
import org.tickstock.engine.indicator.Extreme;
import org.tickstock.engine.indicator.PriceBar;
import org.tickstock.engine.indicator.RelativeVolume;
import org.tickstock.engine.indicator.Sma;

/**
 * The indicators of one symbol, brought up to date together.
 *
 * <p>Thread: one, the only writer and reader.
 */
final class SymbolIndicators {

    /** Of a session it counts as gone by at least: the first minutes would divide by next to nothing. */
    private static final double LEAST_FRACTION = 0.05;

    private final Ema ema10 = new Ema(10);
    private final Ema ema20 = new Ema(20);
    private final Sma sma20 = new Sma(20);
    private final Sma sma50 = new Sma(50);
    private final Sma sma200 = new Sma(200);
    private final Lagged sma50Before = new Lagged(10);
    private final Lagged sma200Before = new Lagged(20);
    private final Atr atr = new Atr();
    private final Lagged atrBefore = new Lagged(5);
    private final AverageRange range = new AverageRange();
    private final DollarVolume dollarVolume = new DollarVolume();
    private final RelativeVolume volume20 = new RelativeVolume(20);
    private final RelativeVolume volume30 = new RelativeVolume(30);
    private final Extreme high = Extreme.highestHigh(252);
    private final Extreme low = Extreme.lowestLow(252);
    private final Extreme low50 = Extreme.lowestLow(50);
    private final Extreme highestClose = Extreme.highestClose(20);
    private double low50Before = Double.NaN;

    /** Takes the next bar; the one before is settled by that. */
    void add(PriceBar bar) {
        sma50Before.settle(sma50.value());
        sma200Before.settle(sma200.value());
        atrBefore.settle(atr.value());
        low50Before = low50.value();
        ema10.add(bar);
        ema20.add(bar);
        sma20.add(bar);
        sma50.add(bar);
        sma200.add(bar);
        atr.add(bar);
        range.add(bar);
        dollarVolume.add(bar);
        volume20.add(bar);
        volume30.add(bar);
        high.add(bar);
        low.add(bar);
        low50.add(bar);
        highestClose.add(bar);
    }

    /** Puts another bar in the place of the newest. */
    void revise(PriceBar bar) {
        ema10.revise(bar);
        ema20.revise(bar);
        sma20.revise(bar);
        sma50.revise(bar);
        sma200.revise(bar);
        atr.revise(bar);
        range.revise(bar);
        dollarVolume.revise(bar);
        volume20.revise(bar);
        volume30.revise(bar);
        high.revise(bar);
        low.revise(bar);
        low50.revise(bar);
        highestClose.revise(bar);
    }

    Averages averages() {
        return new Averages(ema10.value(), ema20.value(), sma20.value(), sma50.value(), sma200.value(),
                sma50.value() / sma50Before.oldest() - 1, sma200.value() / sma200Before.oldest() - 1);
    }

    /** Of a bar for which this fraction of its session has gone by. */
    Activity activity(double fraction) {
        return new Activity(range.value(), atr.value(), atrBefore.oldest(), dollarVolume.value(), volume20.mean(),
                volume30.mean(), relativeVolume(fraction));
    }

    double relativeVolume(double fraction) {
        return volume20.value() / Math.max(fraction, LEAST_FRACTION);
    }

    Extremes extremes() {
        return new Extremes(high.value(), low.value(), low50Before, highestClose.value());
    }

    /** How many ATR a close lies above the 50-bar average; not known where the price never moved. */
    double extension(double close) {
        return atr.value() > 0 ? (close - sma50.value()) / atr.value() : Double.NaN;
    }
}
