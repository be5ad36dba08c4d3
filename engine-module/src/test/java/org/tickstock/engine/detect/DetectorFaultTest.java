package org.tickstock.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.event.EventSink;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.SessionCalendar;
import org.tickstock.engine.market.SessionSpan;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.time.ManualClock;

/** A rule that throws hurts nobody else, and rests when it goes on throwing. */
class DetectorFaultTest {

    private final FailingDetector failing = new FailingDetector();
    private final RuleBench bench = new RuleBench(
            List.of(failing, new HighLowDetector(HighLowThresholds.defaults())));

    @Test
    void letsTheOtherDetectorsSeeTheTick() {
        bench.trade("12:00:00", 150).trade("12:00:10", 151);

        assertThat(failing.seen).hasSize(2);
        assertThat(bench.highsAndLows()).hasSize(1);
        assertThat(bench.status().faults()).isEqualTo(2);
        assertThat(bench.count(Verdict.ELIGIBLE)).isEqualTo(2);
    }

    @Test
    void restsForHalfAMinuteOfEventTimeAfterFiveFaultsInARow() {
        for (int i = 0; i < 5; i++) {
            bench.trade("12:00:0" + i, 150);
        }
        bench.trade("12:00:05", 150).trade("12:00:33.999", 150);
        assertThat(failing.seen).hasSize(5);

        bench.trade("12:00:34", 150);

        assertThat(failing.seen).hasSize(6);
        assertThat(bench.status().faults()).isEqualTo(6);
    }

    @Test
    void countsOnlyFaultsInARow() {
        for (int i = 0; i < 9; i++) {
            failing.fails = i % 5 != 4;
            bench.trade("12:00:0" + i, 150);
        }

        assertThat(failing.seen).hasSize(9);
        assertThat(bench.status().faults()).isEqualTo(8);
    }

    @Test
    void goesOnAfterATickWhoseChecksFail() {
        AtomicInteger asked = new AtomicInteger();
        SessionCalendar broken = ns -> {
            if (asked.getAndIncrement() == 0) {
                return new SessionSpan(1, MarketSession.REGULAR, 0, Long.MAX_VALUE);
            }
            throw new IllegalStateException("calendar must know every instant, was " + ns);
        };
        LaneRouter router = new LaneRouter(DetectSettings.defaults().withLanes(1), List.of(),
                SymbolTable.of(List.of("TEST")), broken, new ManualClock(0), event -> true);

        router.onTick(new Tick().trade(0, 1, 1, 0, 1, 1));
        router.onTick(new Tick().trade(0, 1, 1, 0, 2, 2));
        router.lanes().get(0).doWork();

        assertThat(router.status().verdicts().get(Verdict.FAILED)).isEqualTo(2);
        assertThat(router.status().waiting()).isZero();
    }

    private static final class FailingDetector implements Detector {

        private final List<Long> seen = new ArrayList<>();
        private boolean fails = true;

        @Override
        public String name() {
            return "failing";
        }

        @Override
        public Phase phase() {
            return Phase.EXTREMES;
        }

        @Override
        public void onTick(Tick tick, SymbolState state, EventSink out) {
            seen.add(tick.tsEventNs);
            if (fails) {
                throw new IllegalStateException("this detector must fail, was asked to");
            }
        }
    }
}
