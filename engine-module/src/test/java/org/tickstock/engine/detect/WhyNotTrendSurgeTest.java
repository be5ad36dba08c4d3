package org.tickstock.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.TapeRun;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.handoff.Duty;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.time.ManualClock;

/** The gates of trends and surges one by one, with figures worked out by hand. */
class WhyNotTrendSurgeTest {

    private static final long NOON_NS = RuleBench.nsAt(RuleBench.DAY, "12:00:00");
    private static final long NS_PER_S = 1_000_000_000L;

    private LaneRouter router = router(TapeRun.detectors());

    @Test
    void tellsEachWayOfASurgeWithItsOwnFigures() {
        calm(0, 400, 5);
        trade(402, 100.02, 300);

        List<Gate> ways = explain(EventType.SURGE, 402).gates().stream()
                .filter(gate -> gate.alternative() != null).toList();

        // 500 shares in ten seconds against 200; 0.02 of 100.00 is four times the least sigma of 0.005 %
        assertThat(ways).extracting(WhyNotTrendSurgeTest::line).containsExactly(
                "price_and_volume volume_multiplier 2.50 >= 3.00 false", "price_and_volume sigmas 4.00 >= 3.00 true",
                "volume volume_multiplier 2.50 >= 6.00 false", "volume sigmas 4.00 >= 2.00 true",
                "price volume_multiplier 2.50 >= 1.50 true", "price sigmas 4.00 >= 5.00 false");
    }

    @Test
    void namesAReferenceThatIsTooOld() {
        calm(0, 400, 5);
        trade(480, 101, 5_000);

        assertThat(onlyRefusal(EventType.SURGE, 480)).isEqualTo("reference_age_s 70.00 <= 60.00 false");
    }

    @Test
    void namesABaselineThatTradedTooRarely() {
        calm(0, 400, 5);
        calm(440, 680, 40);
        trade(700, 101, 5_000);

        assertThat(onlyRefusal(EventType.SURGE, 700)).isEqualTo("baseline_intervals_traded 5.00 >= 8.00 false");
    }

    @Test
    void namesThePauseBeforeASurgeOfTheOtherWay() {
        calm(0, 400, 5);
        trade(402, 101, 5_000);
        assertThat(explain(EventType.SURGE, 402).raised()).isNotNull();
        trade(412, 99, 50_000);
        assertThat(onlyRefusal(EventType.SURGE, 412)).isEqualTo("since_last_event_s 10.00 >= 15.00 false");

        trade(417, 98, 900_000);

        assertThat(explain(EventType.SURGE, 417).raised()).isNotNull();
    }

    @Test
    void namesTheSurgeThatMadeItTooMany() {
        SurgeThresholds usual = SurgeThresholds.defaults();
        router = router(List.of(new SurgeDetector(new SurgeThresholds(usual.intervalS(), usual.busyIntervalS(),
                usual.openingMinutes(), usual.closingMinutes(), usual.volume(), usual.sigmas(),
                usual.extendedMultiplier(), usual.cooldownS(), usual.openingCooldownS(), usual.extendedCooldownS(),
                usual.otherWayS(), 1))));
        calm(0, 400, 5);
        trade(402, 101, 5_000);
        calm(405, 465, 5);
        trade(467, 105, 500_000);

        assertThat(onlyRefusal(EventType.SURGE, 467)).isEqualTo("since_event_1_before_s 65.00 >= 1800.00 false");
    }

    @Test
    void namesAScoreThatIsTooSmallForATrend() {
        calm(0, 400, 5);

        assertThat(onlyRefusal(EventType.TREND, 400)).isEqualTo("score_size 0.00 >= 0.30 false");
    }

    @Test
    void saysOfATrendThatLastsWhatItIsToldAgainFor() {
        int raisedAt = riseUntilRaised();
        rise(raisedAt + 5, raisedAt + 5);

        List<Gate> gates = explain(EventType.TREND, raisedAt + 5).gates();

        assertThat(gates).filteredOn(gate -> gate.alternative() == null).allMatch(Gate::passed);
        assertThat(gates).filteredOn(gate -> "lasting".equals(gate.alternative()))
                .extracting(Gate::name).containsExactly("strength", "since_last_event_s", "score_change");
        assertThat(gates).filteredOn(gate -> gate.name().equals("since_last_event_s") && gate.alternative() != null)
                .extracting(WhyNotTrendSurgeTest::line).containsExactly(
                        "lasting since_last_event_s 5.00 >= 60.00 false");
        assertThat(explain(EventType.TREND, raisedAt).raised()).isNotNull();
    }

    @Test
    void namesThePeakThatATrendFellFromAndTheQuietThatMustComeBeforeTheNext() {
        int top = riseUntilRaised() + 200;
        rise(top - 195, top);
        List<String> refusals = new ArrayList<>();
        // down as far as half the rise, so that the score falls below 0.6 of its peak and not yet below 0.2; then up
        for (int second = top + 5; second <= top + 900; second += 5) {
            double usd = price(top) + 0.01 * (second <= top + 60 ? top - second : second - top - 120);
            trade(second, usd, 100);
            Explanation told = explain(EventType.TREND, second);
            told.gates().stream().filter(gate -> gate.alternative() == null && !gate.passed())
                    .forEach(gate -> refusals.add(gate.name()));
            assertThat(told.passes()).isEqualTo(told.raised() != null);
        }

        assertThat(refusals).contains("score_against_peak", "quiet_since_last_trend");
        assertThat(refusals.indexOf("quiet_since_last_trend")).isGreaterThan(refusals.indexOf("score_against_peak"));
    }

    /** Seconds after noon at which a steady rise became a trend. */
    private int riseUntilRaised() {
        calm(0, 400, 5);
        for (int second = 405; second < 1_000; second += 5) {
            rise(second, second);
            if (explain(EventType.TREND, second).raised() != null) {
                return second;
            }
        }
        throw new AssertionError("a rise of a cent in five seconds must be a trend within ten minutes");
    }

    private void rise(int from, int to) {
        for (int second = from; second <= to; second += 5) {
            trade(second, price(second), 100);
        }
    }

    private static double price(int second) {
        return 100 + 0.002 * (second - 400);
    }

    private void calm(int from, int to, int step) {
        for (int second = from; second <= to; second += step) {
            trade(second, 100, 100);
        }
    }

    private String onlyRefusal(EventType type, int second) {
        Explanation told = explain(type, second);
        assertThat(told.raised()).isNull();
        List<Gate> refusals = told.gates().stream()
                .filter(gate -> gate.alternative() == null && !gate.passed()).toList();
        assertThat(refusals).as("%s", told).hasSize(1);
        return line(refusals.get(0));
    }

    private static String line(Gate gate) {
        return "%s%s %.2f %s %.2f %s".formatted(gate.alternative() == null ? "" : gate.alternative() + " ",
                gate.name(), gate.value(), gate.relation(), gate.needed(), gate.passed());
    }

    private Explanation explain(EventType type, int second) {
        Future<RecordedTicks> asked = router.recordOf(0);
        router.lanes().forEach(Duty::doWork);
        try {
            return router.explain(asked.get(), type, NOON_NS + second * NS_PER_S);
        } catch (InterruptedException | ExecutionException unanswered) {
            throw new IllegalStateException(unanswered);
        }
    }

    private void trade(int second, double usd, long shares) {
        long ns = NOON_NS + second * NS_PER_S;
        router.onTick(new Tick().trade(0, RuleBench.micros(usd), shares * 1_000_000L, 0, ns, ns));
        router.lanes().forEach(Duty::doWork);
    }

    private static LaneRouter router(List<Detector> detectors) {
        return new LaneRouter(DetectSettings.defaults().withLanes(1).withWhyMemoryMb(16), detectors,
                SymbolTable.of(List.of("TEST")), new NewYorkCalendar(), ManualClock.at("2013-10-08T12:00:00Z"),
                event -> true);
    }
}
