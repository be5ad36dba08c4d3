package org.tickstock.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tickstock.engine.TapeRun;
import org.tickstock.engine.event.HighLowEvent;
import org.tickstock.engine.event.MarketEvent;
import org.tickstock.engine.feed.TickRefusal;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.time.EpochClock;

/** What the router and the lanes refuse, and that every tick is counted once. */
@Timeout(30)
class TickChecksTest {

    private static final long USD = 1_000_000L;
    private static final long SHARES = 1_000_000L;
    private static final long NOON = RuleBench.nsAt(RuleBench.DAY, "12:00:00");

    private final List<MarketEvent> events = new ArrayList<>();
    private final AtomicLong now = new AtomicLong(NOON);
    private final EpochClock clock = () -> now.addAndGet(100_000);
    private final Tick tick = new Tick();
    private final RuleBench bench = new RuleBench();

    @Test
    void refusesAtTheDoorWhatNoMarketPrints() {
        LaneRouter router = router(DetectSettings.defaults());

        router.onTick(tick.trade(-1, USD, SHARES, 0, NOON, NOON));
        router.onTick(tick.trade(2, USD, SHARES, 0, NOON, NOON));
        router.onTick(tick.trade(0, 0, SHARES, 0, NOON, NOON));
        router.onTick(tick.trade(0, -USD, SHARES, 0, NOON, NOON));
        router.onTick(aggregate(2 * USD, 3 * USD, USD));
        router.onTick(aggregate(2 * USD, -USD, 3 * USD));
        router.onTick(aggregate(4 * USD, USD, 3 * USD));
        router.onTick(aggregate(USD / 2, USD, 3 * USD));
        router.onTick(tick.trade(0, USD, -1, 0, NOON, NOON));
        router.onTick(tick.trade(0, USD, SHARES, 0, 0, NOON));
        router.onTick(tick.trade(0, USD, SHARES, 0, -NOON, NOON));
        router.onTick(tick.trade(0, 10_000_001 * USD, SHARES, 0, NOON, NOON));
        router.onTick(tick.trade(0, USD, 10_000_000_001L * SHARES, 0, NOON, NOON));
        router.onUnreadable(TickRefusal.MALFORMED);
        router.onTick(tick.trade(1, USD, 0, 0, NOON, NOON));

        DetectStatus status = router.status();
        assertThat(status.refusedAtDoor()).containsOnly(
                Map.entry(TickRefusal.UNKNOWN_SYMBOL, 2L), Map.entry(TickRefusal.BAD_PRICE, 6L),
                Map.entry(TickRefusal.BAD_SIZE, 1L), Map.entry(TickRefusal.BAD_TIME, 2L),
                Map.entry(TickRefusal.ABSURD, 2L), Map.entry(TickRefusal.MALFORMED, 1L));
        assertThat(status.ticksIn()).isEqualTo(15);
        assertThat(status.routed()).isEqualTo(1);
        assertThat(router.feedTimeNs()).isEqualTo(NOON);
        assertConserved(status);
    }

    @Test
    void takesWhatIsOlderThanTheLastTickOfItsSymbolForOfficialOnly() {
        bench.trade("12:00:01", 150.00).trade("12:00:00.999", 160.00).trade("12:00:01", 150.30);

        assertThat(bench.count(Verdict.OUT_OF_ORDER)).isEqualTo(1);
        assertThat(bench.highsAndLows()).singleElement()
                .satisfies(high -> assertThat(high.origin().priceMicros()).isEqualTo(150_300_000));
        assertThat(bench.day().sessions().get(0).officialHigh().priceMicros()).isEqualTo(160_000_000);
        assertConserved(bench.status());
    }

    @Test
    void refusesWhatHappensOutsideEverySession() {
        bench.trade("03:59:59.999", 150).trade("04:00:00", 150).trade("19:59:59.999", 150).trade("20:00:00", 150);
        bench.on(LocalDate.of(2013, 12, 25)).trade("12:00:00", 150);
        bench.on(LocalDate.of(2026, 11, 27)).trade("16:59:59", 150).trade("17:00:00", 150);

        assertThat(bench.count(Verdict.MARKET_CLOSED)).isEqualTo(4);
        assertThat(bench.count(Verdict.ELIGIBLE)).isEqualTo(3);
        assertConserved(bench.status());
    }

    @Test
    void holdsASuspectPriceBackUntilASecondPrintConfirmsBoth() {
        bench.trade("12:00:00", 150.00).trade("12:00:01", 300.00);
        assertThat(bench.count(Verdict.SUSPECT_PRICE)).isEqualTo(1);
        assertThat(bench.events()).isEmpty();

        bench.trade("12:00:02", 260.00);

        assertThat(bench.count(Verdict.SUSPECT_PRICE)).isEqualTo(1);
        assertThat(bench.only(HighLowEvent.class)).singleElement().satisfies(high -> {
            assertThat(high.origin().priceMicros()).isEqualTo(300_000_000);
            assertThat(high.extremeNs()).isEqualTo(bench.ns("12:00:01"));
            assertThat(high.tsEventNs()).isEqualTo(bench.ns("12:00:02"));
        });
        assertConserved(bench.status());
    }

    @Test
    void takesNoConfirmationFromAPriceElsewhereOrAnIneligibleTrade() {
        bench.trade("12:00:00", 150.00).trade("12:00:01", 300.00).trade("12:00:02", 500.00)
                .trade("12:00:03", 74.99).trade("12:00:04", 74.99, 5, 37).trade("12:00:05", 225.00)
                .trade("12:00:06", 75.00);

        assertThat(bench.count(Verdict.SUSPECT_PRICE)).isEqualTo(3);
        assertThat(bench.count(Verdict.NOT_ELIGIBLE)).isEqualTo(1);
        assertThat(bench.count(Verdict.ELIGIBLE)).isEqualTo(3);
        assertConserved(bench.status());
    }

    @Test
    void believesAJumpAtItsSecondPrintWhateverStalePrintsComeBetween() {
        bench.trade("12:00:00", 150.00).trade("12:00:01", 300.00).trade("12:00:02", 150.01).trade("12:00:03", 310.00);

        assertThat(bench.count(Verdict.SUSPECT_PRICE)).isEqualTo(1);
        assertThat(bench.highsAndLows()).singleElement()
                .satisfies(high -> assertThat(high.origin().priceMicros()).isEqualTo(310_000_000));
    }

    @Test
    void suspectsTheSidesOfAnAggregateToo() {
        bench.trade("12:00:00", 150.00).aggregate("12:00:01", 240.00, 149.00, 150.00);

        assertThat(bench.count(Verdict.SUSPECT_PRICE)).isEqualTo(1);
        assertThat(bench.events()).isEmpty();
    }

    @Test
    void suspectsNothingAtTheFirstPrintOfASession() {
        bench.trade("09:29:59", 150.00).trade("09:30:00", 15.00);

        assertThat(bench.count(Verdict.ELIGIBLE)).isEqualTo(2);
    }

    @Test
    void suspectsAPriceAcrossMidnightInUniversalTime() {
        LocalDate winter = LocalDate.of(2014, 1, 8);
        LaneRouter router = router(DetectSettings.defaults().withLanes(1));
        feed(router, 0, 150, RuleBench.nsAt(winter, "18:59:50"));
        feed(router, 1, 150, RuleBench.nsAt(winter, "19:00:05"));
        feed(router, 0, 450, RuleBench.nsAt(winter, "19:00:10"));

        assertThat(router.status().verdicts().get(Verdict.SUSPECT_PRICE)).isEqualTo(1);
    }

    @Test
    void refusesWhenALaneStaysFullForAMillisecond() {
        LaneRouter router = router(new DetectSettings(1, 2, false, "sip", 10_000));

        for (int i = 0; i < 5; i++) {
            router.onTick(tick.trade(0, USD, SHARES, 0, NOON + i, NOON));
        }

        assertThat(router.status().refusedAtDoor()).containsOnly(Map.entry(TickRefusal.LANE_FULL, 3L));
        assertThat(router.status().waiting()).isEqualTo(2);
        assertConserved(router.status());
        router.lanes().get(0).doWork();
        assertThat(router.status().waiting()).isZero();
        assertConserved(router.status());
    }

    @Test
    void letsATapeWaitForRoom() throws Exception {
        LaneRouter router = router(new DetectSettings(1, 2, true, "sip", 10_000));
        ExecutorService feed = Executors.newSingleThreadExecutor();
        Future<?> played = feed.submit(() -> {
            for (int i = 0; i < 1_000; i++) {
                router.onTick(tick.trade(0, 10 * USD, SHARES, 0, NOON + i, NOON));
            }
        });

        while (!played.isDone() || router.status().waiting() > 0) {
            router.lanes().get(0).doWork();
        }
        played.get(10, TimeUnit.SECONDS);
        feed.shutdown();

        assertThat(router.status().refusedAtDoor()).isEmpty();
        assertThat(router.status().verdicts().get(Verdict.ELIGIBLE)).isEqualTo(1_000);
        assertConserved(router.status());
    }

    @Test
    void letsGoOfAWaitingTapeWhenClosed() {
        LaneRouter router = router(new DetectSettings(1, 2, true, "sip", 10_000));
        router.close();

        for (int i = 0; i < 3; i++) {
            router.onTick(tick.trade(0, USD, SHARES, 0, NOON + i, NOON));
        }

        assertThat(router.status().refusedAtDoor()).containsOnly(Map.entry(TickRefusal.LANE_FULL, 1L));
    }

    static void assertConserved(DetectStatus status) {
        long door = status.refusedAtDoor().values().stream().mapToLong(Long::longValue).sum();
        long verdicts = status.verdicts().values().stream().mapToLong(Long::longValue).sum();
        assertThat(status.ticksIn()).isEqualTo(status.routed() + door);
        assertThat(status.routed()).isEqualTo(verdicts + status.waiting());
    }

    private void feed(LaneRouter router, int symbolId, long priceUsd, long ns) {
        router.onTick(tick.trade(symbolId, priceUsd * USD, SHARES, 0, ns, ns));
        router.lanes().forEach(lane -> lane.doWork());
    }

    private Tick aggregate(long price, long low, long high) {
        tick.trade(0, price, SHARES, 0, NOON, NOON);
        tick.kind = Tick.Kind.AGGREGATE;
        tick.lowMicros = low;
        tick.highMicros = high;
        return tick;
    }

    private LaneRouter router(DetectSettings settings) {
        return new LaneRouter(settings, TapeRun.detectors(), SymbolTable.of(List.of("A", "B")),
                new NewYorkCalendar(), clock, event -> events.add(event));
    }
}
