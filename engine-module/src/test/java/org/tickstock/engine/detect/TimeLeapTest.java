package org.tickstock.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.TapeRun;
import org.tickstock.engine.event.ControlEvent;
import org.tickstock.engine.event.HighLowEvent;
import org.tickstock.engine.event.MarketEvent;
import org.tickstock.engine.feed.TickRefusal;
import org.tickstock.engine.handoff.Duty;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.time.ManualClock;

/** Where a session begins, and what a tick with a wrong clock can not do. */
class TimeLeapTest {

    private static final LocalDate NEXT_DAY = LocalDate.of(2013, 10, 9);

    private final List<MarketEvent> events = new ArrayList<>();
    private final List<ControlEvent> sessions = new ArrayList<>();
    private final Tick tick = new Tick();
    private final LaneRouter router = new LaneRouter(DetectSettings.defaults().withLanes(2), TapeRun.detectors(),
            SymbolTable.of(List.of("A", "B")), new NewYorkCalendar(), new ManualClock(0), events::add);

    TimeLeapTest() {
        router.onSession(sessions::add);
    }

    @Test
    void refusesATickWhoseClockIsHoursAheadAndGoesOnWithTheOthers() {
        trade(0, "12:00:00", 150.00).trade(1, "12:00:01", 20.00).trade(0, "18:30:00", 150.00)
                .trade(1, "12:00:02", 20.10).trade(0, "12:00:03", 150.30);

        assertThat(router.status().refusedAtDoor()).isEqualTo(Map.of(TickRefusal.BAD_TIME, 1L));
        assertThat(events).hasSize(2).allMatch(HighLowEvent.class::isInstance);
        assertThat(sessions).isEmpty();
        TickChecksTest.assertConserved(router.status());
    }

    @Test
    void refusesOneThatIsAheadWithinTheSessionToo() {
        trade(0, "12:00:00", 150.00).trade(0, "12:15:00.001", 150.10).trade(0, "12:00:01", 150.30);

        assertThat(router.status().refusedAtDoor()).isEqualTo(Map.of(TickRefusal.BAD_TIME, 1L));
        assertThat(events).hasSize(1);
    }

    @Test
    void believesTheNightOnceASecondTickConfirmsIt() {
        trade(0, "19:59:00", 150.00);
        on(NEXT_DAY, 1, "04:00:00", 20.00);
        assertThat(sessions).isEmpty();

        on(NEXT_DAY, 0, "04:00:30", 150.00);

        assertThat(sessions).singleElement().satisfies(session -> {
            assertThat(session.from()).isEqualTo(MarketSession.AFTER);
            assertThat(session.to()).isEqualTo(MarketSession.PRE);
            assertThat(session.tradeDay()).isEqualTo((int) NEXT_DAY.toEpochDay());
        });
        assertThat(router.status().verdicts().get(Verdict.ELIGIBLE)).isEqualTo(3);
    }

    @Test
    void takesTheLastTickOfATapeAtItsWord() {
        trade(0, "12:00:00", 150.00).trade(0, "19:00:00", 150.00);
        assertThat(router.status().verdicts().get(Verdict.ELIGIBLE)).isEqualTo(1);

        router.onPause();
        work();

        assertThat(router.status().verdicts().get(Verdict.ELIGIBLE)).isEqualTo(2);
        assertThat(router.status().refusedAtDoor()).isEmpty();
    }

    @Test
    void judgesEachOfSeveralLeaps() {
        trade(0, "12:00:00", 150.00).trade(0, "15:00:00", 150.00).trade(0, "13:00:00", 150.00)
                .trade(0, "13:00:01", 150.00);

        assertThat(router.status().refusedAtDoor()).isEqualTo(Map.of(TickRefusal.BAD_TIME, 1L));
        assertThat(router.status().verdicts().get(Verdict.ELIGIBLE)).isEqualTo(3);
    }

    @Test
    void announcesEachSessionOnceWhateverTheNumberOfLanes() {
        for (int day = 8; day <= 10; day++) {
            LocalDate date = LocalDate.of(2013, 10, day);
            for (String time : List.of("08:00:00", "08:00:01", "09:29:59.999", "09:30:00", "09:30:01", "15:59:59",
                    "16:00:00", "16:00:01", "19:59:59")) {
                on(date, 0, time, 150.00);
                on(date, 1, time, 20.00);
            }
        }

        assertThat(sessions).extracting(ControlEvent::to).containsExactly(
                MarketSession.REGULAR, MarketSession.AFTER, MarketSession.PRE,
                MarketSession.REGULAR, MarketSession.AFTER, MarketSession.PRE,
                MarketSession.REGULAR, MarketSession.AFTER);
        assertThat(sessions.get(0).tsEventNs()).isEqualTo(RuleBench.nsAt(RuleBench.DAY, "09:30:00"));
    }

    @Test
    void letsNoLaneBeginBeforeAllHaveEnded() {
        trade(0, "09:29:59", 150.00).trade(1, "09:29:59", 20.00);
        tickOnly(0, "09:30:00", 150.00);
        tickOnly(1, "09:30:00", 20.00);
        Duty first = router.lanes().get(0);

        first.doWork();
        first.doWork();
        assertThat(sessions).isEmpty();
        assertThat(router.status().verdicts().get(Verdict.ELIGIBLE)).isEqualTo(2);

        router.lanes().get(1).doWork();
        assertThat(sessions).hasSize(1);
        first.doWork();
        assertThat(router.status().verdicts().get(Verdict.ELIGIBLE)).isEqualTo(4);
    }

    private TimeLeapTest trade(int symbol, String time, double usd) {
        on(RuleBench.DAY, symbol, time, usd);
        return this;
    }

    private void on(LocalDate date, int symbol, String time, double usd) {
        long ns = RuleBench.nsAt(date, time);
        router.onTick(tick.trade(symbol, RuleBench.micros(usd), RuleBench.micros(100), 0, ns, ns));
        work();
    }

    private void tickOnly(int symbol, String time, double usd) {
        long ns = RuleBench.nsAt(RuleBench.DAY, time);
        router.onTick(tick.trade(symbol, RuleBench.micros(usd), RuleBench.micros(100), 0, ns, ns));
    }

    private void work() {
        int done = 1;
        while (done > 0) {
            done = router.lanes().stream().mapToInt(Duty::doWork).sum();
        }
    }
}
