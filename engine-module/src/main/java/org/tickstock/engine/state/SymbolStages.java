package org.tickstock.engine.state;

import org.tickstock.engine.indicator.PriceBar;

/**
 * What the stage of a symbol remembers of its settled bars.
 *
 * <p>Thread: one, the only writer and reader.
 */
final class SymbolStages {

    private static final double PIVOT_VOLUME = 1.3;
    private static final int AVERAGES_WITHIN_BARS = 20;
    private static final int PRICE_WITHIN_BARS = 5;
    private static final double HOLD_BELOW_ATR = 3;

    private final Crossing averagesUp = new Crossing();
    private final Crossing pivotUp = new Crossing();
    private final Crossing breakdown = new Crossing();
    private final StageMemory memory = new StageMemory();
    private int holdDays;

    /** Takes the newest bar for good: its session has ended. */
    void settle(int day, PriceBar bar, SymbolIndicators indicators) {
        Averages averages = indicators.averages();
        if (Double.isNaN(averages.sma50())) {
            // nothing to remember yet
            return;
        }
        double close = bar.close();
        boolean isBusy = indicators.relativeVolume(1) >= PIVOT_VOLUME;
        if (!Double.isNaN(averages.sma200())) {
            memory.settle(day, raw(close, averages, indicators, isBusy));
        }
        holdDays = holdDays(close, averages, indicators);
        averagesUp.settle(averages.sma50(), averages.sma200(), true);
        pivotUp.settle(close, averages.sma50(), isBusy);
        breakdown.settle(averages.sma200(), close, isBusy);
    }

    /** With the newest bar on top, of which this fraction of the session has gone by: 1 is its close. */
    StageFigures figures(int day, PriceBar bar, SymbolIndicators indicators, boolean forming, double fraction) {
        Averages averages = indicators.averages();
        double close = bar.close();
        Stage live = raw(close, averages, indicators, indicators.relativeVolume(fraction) >= PIVOT_VOLUME);
        return StageFigures.of(forming ? memory.changes() : memory.changesWith(day, live), live,
                indicators.extension(close), holdDays(close, averages, indicators));
    }

    private Stage raw(double close, Averages averages, SymbolIndicators indicators, boolean isBusy) {
        StageRules.Crossings crossings = new StageRules.Crossings(
                averagesUp.isWithin(AVERAGES_WITHIN_BARS, averages.sma50(), averages.sma200(), true),
                pivotUp.isWithin(PRICE_WITHIN_BARS, close, averages.sma50(), isBusy),
                breakdown.isWithin(PRICE_WITHIN_BARS, averages.sma200(), close, isBusy));
        return StageRules.of(close, averages, indicators.extension(close), indicators.extremes().lowOf50BarsBefore(),
                crossings);
    }

    private int holdDays(double close, Averages averages, SymbolIndicators indicators) {
        boolean holds = Prices.isAbove(close, averages.sma20()) && indicators.extension(close) < HOLD_BELOW_ATR;
        return holds ? holdDays + 1 : 0;
    }
}
