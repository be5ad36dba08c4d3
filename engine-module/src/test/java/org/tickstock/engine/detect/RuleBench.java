package org.tickstock.engine.detect;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.tickstock.engine.TapeRun;
import org.tickstock.engine.event.ControlEvent;
import org.tickstock.engine.event.HighLowEvent;
import org.tickstock.engine.event.MarketEvent;
import org.tickstock.engine.handoff.Duty;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.market.TradeConditions;
import org.tickstock.engine.time.ManualClock;

/** One symbol, one lane, all real: trades go in at New York times, events come out. */
public final class RuleBench {

    public static final LocalDate DAY = LocalDate.of(2013, 10, 8);
    private static final long NS_PER_S = 1_000_000_000L;
    private static final long MICROS = 1_000_000L;

    private final List<MarketEvent> events = new ArrayList<>();
    private final List<ControlEvent> sessions = new ArrayList<>();
    private final LaneRouter router;
    private final Tick tick = new Tick();
    private LocalDate day = DAY;

    public RuleBench() {
        this(TapeRun.detectors());
    }

    public RuleBench(List<Detector> detectors) {
        router = new LaneRouter(DetectSettings.defaults().withLanes(1), detectors, SymbolTable.of(List.of("TEST")),
                new NewYorkCalendar(), ManualClock.at("2013-10-08T12:00:00Z"), event -> events.add(event));
        router.onSession(sessions::add);
    }

    public RuleBench on(LocalDate date) {
        day = date;
        return this;
    }

    /** A regular trade of 100 shares; {@code time} as in 10:00:00.400. */
    public RuleBench trade(String time, double priceUsd) {
        return trade(time, priceUsd, 100);
    }

    /** A trade with these vendor condition ids. */
    public RuleBench trade(String time, double priceUsd, double shares, int... conditionIds) {
        long bits = 0;
        for (int id : conditionIds) {
            bits |= TradeConditions.bitOf(id);
        }
        return tick(tick.trade(0, micros(priceUsd), micros(shares), bits, ns(time), ns(time)));
    }

    /** A vendor aggregate of 100 shares. */
    public RuleBench aggregate(String time, double highUsd, double lowUsd, double closeUsd) {
        tick.trade(0, micros(closeUsd), micros(100), 0, ns(time), ns(time));
        tick.kind = Tick.Kind.AGGREGATE;
        tick.highMicros = micros(highUsd);
        tick.lowMicros = micros(lowUsd);
        return tick(tick);
    }

    public RuleBench tick(Tick made) {
        router.onTick(made);
        router.onPause();
        router.lanes().forEach(Duty::doWork);
        return this;
    }

    /** Sessions announced. */
    public List<ControlEvent> sessions() {
        return sessions;
    }

    /** Extremes and volume of the trade date. */
    public SymbolDay day() {
        Future<SymbolDay> asked = router.dayOf(0);
        router.lanes().forEach(Duty::doWork);
        try {
            return asked.get();
        } catch (InterruptedException | ExecutionException unanswered) {
            throw new IllegalStateException(unanswered);
        }
    }

    public List<MarketEvent> events() {
        return events;
    }

    public List<HighLowEvent> highsAndLows() {
        return only(HighLowEvent.class);
    }

    public <T extends MarketEvent> List<T> only(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public DetectStatus status() {
        return router.status();
    }

    public long count(Verdict verdict) {
        return router.status().verdicts().get(verdict);
    }

    public long ns(String time) {
        return nsAt(day, time);
    }

    public static long nsAt(LocalDate date, String time) {
        LocalTime at = LocalTime.parse(time);
        return LocalDateTime.of(date, at).atZone(NewYorkCalendar.NEW_YORK).toEpochSecond() * NS_PER_S + at.getNano();
    }

    public static long micros(double value) {
        return Math.round(value * MICROS);
    }
}
