package org.tickstock.engine.state;

import java.util.List;
import org.tickstock.engine.indicator.PriceBar;

/**
 * The bars of one symbol and all that is computed from them, brought up to date bar by bar in constant time.
 *
 * <p>Thread: one, the only writer and reader; the {@link SymbolFigures} it makes are immutable.
 */
final class SymbolBars {

    private final Instrument instrument;
    private final SymbolIndicators indicators = new SymbolIndicators();
    private final SymbolStages stages = new SymbolStages();
    private DailyHistory history = DailyHistory.EMPTY;
    private int day = TradeDays.NONE;
    private PriceBar newest;

    SymbolBars(Instrument instrument, DailyHistory bars) {
        this.instrument = instrument;
        for (int index = 0; index < bars.size(); index++) {
            grow(bars.day(index), bars.bar(index));
        }
        if (bars.size() > 0) {
            history = bars.withoutNewest();
        }
    }

    /** The day of the newest bar. */
    int day() {
        return day;
    }

    /** Takes a bar that is newer than, or of the same day as, the newest. */
    void update(int barDay, PriceBar bar) {
        if (barDay == day) {
            indicators.revise(bar);
            newest = bar;
        } else {
            if (newest != null) {
                history = history.with(day, newest);
            }
            grow(barDay, bar);
        }
    }

    private void grow(int barDay, PriceBar bar) {
        if (newest != null) {
            stages.settle(day, newest, indicators);
        }
        indicators.add(bar);
        newest = bar;
        day = barDay;
    }

    /** The figures at this moment. */
    SymbolFigures figures(StateMoment moment) {
        if (newest == null) {
            return nothing();
        }
        boolean forming = moment.isForming(day);
        double fraction = forming ? moment.elapsedFraction() : 1;
        Averages averages = indicators.averages();
        return new SymbolFigures(instrument, history, day, forming, newest,
                Performance.upTo(0, this::close), Performance.upTo(1, this::close),
                Performance.upTo(Performance.WEEK, this::close), averages, indicators.activity(fraction),
                indicators.extremes(), stages.figures(day, newest, indicators, forming, fraction),
                BreadthMetric.sidesOf(newest, this::close, averages));
    }

    private SymbolFigures nothing() {
        return new SymbolFigures(instrument, history, day, false, null, Performance.UNKNOWN, Performance.UNKNOWN,
                Performance.UNKNOWN, indicators.averages(), indicators.activity(1), indicators.extremes(),
                StageFigures.of(List.of(), Stage.INSUFFICIENT, Double.NaN, 0), 0);
    }

    private double close(int back) {
        if (back == 0) {
            return newest.close();
        }
        int index = history.size() - back;
        return index < 0 ? Double.NaN : history.close(index);
    }
}
