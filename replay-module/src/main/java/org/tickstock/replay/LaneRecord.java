package org.tickstock.replay;

import java.util.ArrayList;
import java.util.List;
import org.tickstock.engine.bar.Bar;
import org.tickstock.engine.bar.BarSettings;
import org.tickstock.engine.bar.MinuteBarBuilder;
import org.tickstock.engine.detect.LaneObserver;
import org.tickstock.engine.detect.SymbolDay;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.SessionCalendar;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.market.TradeConditions;

/**
 * Keeps what one lane sees besides events: final minute bars, and the extremes of each symbol's day.
 *
 * <p>Thread: the lane's; the rest once the lane has ended.
 */
final class LaneRecord implements LaneObserver {

    private final List<Bar> bars = new ArrayList<>();
    private final List<SymbolDay> days = new ArrayList<>();
    private final MinuteBarBuilder builder;

    LaneRecord(TradeConditions conditions, SessionCalendar calendar, BarSettings settings) {
        builder = new MinuteBarBuilder(conditions, calendar, settings, this::keep);
    }

    @Override
    public void onPrint(Tick print, MarketSession session) {
        builder.onPrint(print);
    }

    @Override
    public void onTakenBack(Tick message) {
        builder.onTakenBack(message);
    }

    @Override
    public void onDayEnd(SymbolDay day) {
        days.add(day);
        builder.endOfDay(day.symbolId());
    }

    /** Ends the days that the tapes broke off. */
    void end() {
        builder.endOfDay();
    }

    /** Every bar in its final state. */
    List<Bar> bars() {
        return bars;
    }

    /** Every day of a symbol that another one followed. */
    List<SymbolDay> days() {
        return days;
    }

    private void keep(Bar bar) {
        if (bar.state() == Bar.State.FINAL) {
            bars.add(bar);
        }
    }
}
