package org.tickstock.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tickstock.engine.TapeRun;
import org.tickstock.engine.detect.reference.RandomTape;
import org.tickstock.engine.event.DisplayEvent;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.event.MarketEvent;
import org.tickstock.engine.event.SurgeEvent.Trigger;
import org.tickstock.engine.handoff.Duty;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.time.ManualClock;

/** What is explained is what happened: over random tapes, and gate by gate on small ones. */
@Timeout(120)
class WhyNotTest {

    private static final List<EventType> TYPES =
            List.of(EventType.HIGH, EventType.LOW, EventType.TREND, EventType.SURGE);

    private final List<DisplayEvent> events = new ArrayList<>();
    private LaneRouter router = router(64);

    @Test
    void agreesWithWhatHappenedOnRandomTapes() {
        Map<EventType, Integer> raised = new EnumMap<>(EventType.class);
        for (int seed = 0; seed < 24; seed++) {
            raised.merge(EventType.HIGH, 0, Integer::sum);
            hold(RandomTape.of(seed, 1, 3_000), seed, raised);
        }

        assertThat(raised).allSatisfy((type, count) -> assertThat(count).as(type.name()).isGreaterThan(10));
    }

    @Test
    void agreesWithWhatHappenedOnDirtyTapes() {
        Map<EventType, Integer> raised = new EnumMap<>(EventType.class);
        for (int seed = 0; seed < 12; seed++) {
            String start = seed % 2 == 0 ? "09:10:00" : "11:00:00";
            hold(DirtyTape.of(seed, RuleBench.nsAt(RuleBench.DAY, start), 1_500), seed, raised);
        }

        assertThat(raised.get(EventType.HIGH)).isGreaterThan(50);
    }

    @Test
    void namesTheDistanceThatIsMissing() {
        trade("12:00:00", 50, 0);
        trade("12:00:05", 50.02, 0);

        Explanation high = explain(EventType.HIGH, "12:00:05");

        assertThat(high.raised()).isNull();
        assertThat(high.passes()).isFalse();
        assertThat(high.gates()).extracting(Gate::name).containsExactly("prints_before", "beyond_last_reported_usd",
                "since_last_event_s", "distance_usd", "distance_pct");
        assertThat(gate(high, "distance_usd")).satisfies(gate -> {
            assertThat(gate.value()).isEqualTo(0.02);
            assertThat(gate.needed()).isEqualTo(0.05);
            assertThat(gate.passed()).isFalse();
        });
        assertThat(gate(high, "distance_pct").needed()).isEqualTo(0.08);
        assertThat(gate(explain(EventType.LOW, "12:00:05"), "beyond_last_reported_usd").passed()).isFalse();
    }

    @Test
    void namesTheCooldownThatHeldItBack() {
        trade("12:00:00", 50, 0);
        trade("12:00:05", 50.10, 0);
        trade("12:00:05.400", 50.30, 0);

        Explanation high = explain(EventType.HIGH, "12:00:05.400");

        assertThat(high.gates()).filteredOn(gate -> !gate.passed()).singleElement().satisfies(gate -> {
            assertThat(gate.name()).isEqualTo("since_last_event_s");
            assertThat(gate.value()).isEqualTo(0.4);
            assertThat(gate.needed()).isEqualTo(1);
        });
        assertThat(explain(EventType.HIGH, "12:00:05").raised().origin().ordinal()).isEqualTo(1);
    }

    @Test
    void namesTheConditionOfAPrintThatNoRuleSaw() {
        trade("12:00:00", 50, 0);
        trade("12:00:05", 51, 37);

        Explanation high = explain(EventType.HIGH, "12:00:05.900");

        assertThat(high.print().verdict()).isEqualTo(Verdict.NOT_ELIGIBLE);
        assertThat(high.print().condition()).isEqualToIgnoringCase("odd lot");
        assertThat(high.gates()).isEmpty();
    }

    @Test
    void tellsByHowMuchAPrintWasLate() {
        trade("12:00:00", 50, 0);
        Tick late = tick("12:00:05", 51, 0);
        late.tsParticipantNs = late.tsEventNs - 12_000_000_000L;
        work(late);

        Explanation high = explain(EventType.HIGH, "12:00:05");

        assertThat(high.print().verdict()).isEqualTo(Verdict.LATE);
        assertThat(high.print().facts()).containsEntry("report_delay_s", 12.0)
                .containsEntry("report_delay_most_s", 10.0);
    }

    @Test
    void saysThatNothingTradedInTheMinuteBefore() {
        trade("12:00:00", 50, 0);

        assertThat(explain(EventType.HIGH, "12:01:00.001").found()).isFalse();
        assertThat(explain(EventType.HIGH, "12:00:59").found()).isTrue();
    }

    @Test
    void namesTheWarmUpOfTrendsAndSurges() {
        trade("12:00:00", 50, 0);
        trade("12:00:01", 50, 0);

        assertThat(explain(EventType.TREND, "12:00:01").gates()).extracting(Gate::name)
                .containsExactly("ten_second_returns", "watched_s");
        assertThat(explain(EventType.TREND, "12:00:00").gates()).extracting(Gate::name)
                .containsExactly("ends_a_second");
        assertThat(gate(explain(EventType.SURGE, "12:00:01"), "ten_second_returns").needed()).isEqualTo(30);
    }

    @Test
    void namesTheVolumeThatASurgeLacksAndRaisesItOnceThatIsEnough() {
        calmThenMove();
        Explanation stopped = explain(EventType.SURGE, "12:06:42");
        Gate lacking = stopped.gates().stream().filter(gate -> gate.name().equals("volume_multiplier")
                && Trigger.PRICE_AND_VOLUME.wireName().equals(gate.alternative())).findFirst().orElseThrow();
        assertThat(stopped.raised()).isNull();
        assertThat(lacking.passed()).isFalse();
        assertThat(lacking.value()).isEqualTo(2.5);
        assertThat(lacking.needed()).isEqualTo(3);

        SurgeThresholds usual = SurgeThresholds.defaults();
        router = router(16, List.of(new SurgeDetector(new SurgeThresholds(usual.intervalS(), usual.busyIntervalS(),
                usual.openingMinutes(), usual.closingMinutes(), lacking.value(), usual.sigmas(),
                usual.extendedMultiplier(), usual.cooldownS(), usual.openingCooldownS(), usual.extendedCooldownS(),
                usual.otherWayS(), usual.mostPerHalfHour()))));
        calmThenMove();

        assertThat(explain(EventType.SURGE, "12:06:42").raised()).isNotNull();
        trade("12:06:43", 100.06, 0);
        assertThat(explain(EventType.SURGE, "12:06:43").gates()).filteredOn(gate -> gate.alternative() == null)
                .filteredOn(gate -> !gate.passed()).singleElement().satisfies(gate -> {
                    assertThat(gate.name()).isEqualTo("since_last_event_s");
                    assertThat(gate.value()).isEqualTo(1);
                    assertThat(gate.needed()).isEqualTo(60);
                });
    }

    @Test
    void saysFromWhenOnItHadNoMemory() {
        router = router(1);
        for (int i = 0; i < 200_000; i++) {
            Tick tick = tick("12:00:00", 50, 0);
            tick.tsEventNs += i * 1_000_000L;
            tick.tradeKey = i + 1;
            work(tick);
        }

        long endNs = RuleBench.nsAt(RuleBench.DAY, "12:03:19.999");
        Explanation then = explain(EventType.HIGH, endNs);

        assertThat(then.fullSinceNs()).isPositive().isLessThan(endNs);
        assertThat(record().bytes()).isLessThanOrEqualTo(1_048_576);
    }

    @Test
    void recordsNothingWithoutMemory() {
        router = router(0);
        trade("12:00:00", 50, 0);

        assertThat(record().bytes()).isZero();
    }

    private void hold(List<Tick> tape, long seed, Map<EventType, Integer> seen) {
        router = router(64);
        events.clear();
        tape.forEach(this::work);
        router.onPause();
        router.lanes().forEach(Duty::doWork);
        RecordedTicks record = record();
        Tick last = tape.get(tape.size() - 1);
        int tradeDay = new NewYorkCalendar().spanAt(last.tsEventNs).tradeDay();
        List<DisplayEvent> ofTheDay = events.stream().filter(event -> event.origin().tradeDay() == tradeDay).toList();
        Random random = new Random(seed);
        for (int i = 0; i < Math.min(40, ofTheDay.size()); i++) {
            DisplayEvent event = ofTheDay.get(random.nextInt(ofTheDay.size()));
            if (TYPES.contains(event.type())) {
                Explanation told = router.explain(record, event.type(), event.tsEventNs());
                assertThat(ordinal(told)).as("seed %d %s", seed, event).isEqualTo(event.origin().ordinal());
                assertThat(told.passes()).as("seed %d %s", seed, told).isTrue();
                seen.merge(event.type(), 1, Integer::sum);
            }
        }
        for (int i = 0; i < 60; i++) {
            holdAt(tape.get(random.nextInt(tape.size())).tsEventNs, record, ofTheDay,
                    TYPES.get(random.nextInt(TYPES.size())));
        }
    }

    private void holdAt(long ns, RecordedTicks record, List<DisplayEvent> ofTheDay, EventType type) {
        Explanation told = router.explain(record, type, ns);
        long ms = ns / 1_000_000;
        boolean wasRaised = ofTheDay.stream()
                .anyMatch(event -> event.type() == type && event.tsEventNs() / 1_000_000 == ms);
        if (wasRaised) {
            assertThat(told.raised()).isNotNull();
        }
        assertThat(told.passes()).as("%s", told).isEqualTo(told.raised() != null);
        if (told.raised() != null) {
            assertThat(ofTheDay).anyMatch(event -> event.origin().ordinal() == ordinal(told) && event.type() == type);
        } else if (told.found() && told.print().verdict() == Verdict.ELIGIBLE) {
            assertThat(told.gates()).anyMatch(gate -> !gate.passed());
        }
    }

    private static int ordinal(Explanation told) {
        return told.raised() == null ? 0 : told.raised().origin().ordinal();
    }

    private static Gate gate(Explanation explanation, String name) {
        return explanation.gates().stream().filter(gate -> gate.name().equals(name)).findFirst().orElseThrow();
    }

    private Explanation explain(EventType type, String time) {
        return explain(type, RuleBench.nsAt(RuleBench.DAY, time));
    }

    private Explanation explain(EventType type, long ns) {
        return router.explain(record(), type, ns);
    }

    private RecordedTicks record() {
        Future<RecordedTicks> asked = router.recordOf(0);
        router.lanes().forEach(Duty::doWork);
        try {
            return asked.get();
        } catch (InterruptedException | ExecutionException unanswered) {
            throw new IllegalStateException(unanswered);
        }
    }

    private void trade(String time, double usd, int condition) {
        work(tick(time, usd, condition));
    }

    private static Tick tick(String time, double usd, int condition) {
        long ns = RuleBench.nsAt(RuleBench.DAY, time);
        return new Tick().trade(0, RuleBench.micros(usd), 100_000_000L, condition == 0 ? 0 : 1L << condition, ns, ns);
    }

    private void work(Tick tick) {
        router.onTick(tick);
        router.lanes().forEach(Duty::doWork);
    }

    /** 100 shares every five seconds at one price, then 300 four sigmas above it. */
    private void calmThenMove() {
        for (int second = 0; second <= 400; second += 5) {
            Tick tick = tick("12:00:00", 100, 0);
            tick.tsEventNs += second * 1_000_000_000L;
            work(tick);
        }
        Tick move = tick("12:06:42", 100.02, 0);
        move.sizeMicros *= 3;
        work(move);
    }

    private LaneRouter router(int megabytes) {
        return router(megabytes, TapeRun.detectors());
    }

    private LaneRouter router(int megabytes, List<Detector> detectors) {
        return new LaneRouter(DetectSettings.defaults().withLanes(1).withWhyMemoryMb(megabytes), detectors,
                SymbolTable.of(List.of("TEST")), new NewYorkCalendar(), ManualClock.at("2013-10-08T12:00:00Z"),
                this::note);
    }

    private boolean note(MarketEvent event) {
        return !(event instanceof DisplayEvent shown) || events.add(shown);
    }
}
