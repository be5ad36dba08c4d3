package org.tickstock.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tickstock.engine.TapeRun;
import org.tickstock.engine.detect.reference.RandomTape;
import org.tickstock.engine.event.Direction;
import org.tickstock.engine.event.DisplayEvent;
import org.tickstock.engine.event.EventOrigin;
import org.tickstock.engine.event.HighLowEvent;
import org.tickstock.engine.event.MarketEvent;
import org.tickstock.engine.event.PressureChange;
import org.tickstock.engine.event.SurgeEvent;
import org.tickstock.engine.event.TrendEvent;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.time.ManualClock;

/** What holds of every event, whatever the tape; behaviour specification, detectors, section 7. */
class RuleInvariantsTest {

    private static final int SYMBOLS = 3;
    private static final long NS_PER_S = 1_000_000_000L;

    static LongStream seeds() {
        return LongStream.rangeClosed(1_000, 1_040);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyEventIsWithinItsRanges(long seed) {
        for (MarketEvent event : play(RandomTape.of(seed, SYMBOLS, 1_000))) {
            if (event instanceof DisplayEvent display) {
                requireOrigin(display.origin());
            }
            if (event instanceof HighLowEvent extreme) {
                requireHighLow(extreme);
            } else if (event instanceof TrendEvent trend) {
                requireTrend(trend);
            } else if (event instanceof SurgeEvent surge) {
                requireSurge(surge);
            } else {
                assertThat(((PressureChange) event).netScore()).isBetween(-100.0, 100.0);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyRuleKeepsItsPauses(long seed) {
        Map<String, List<Long>> times = new HashMap<>();
        for (MarketEvent event : play(RandomTape.of(seed, SYMBOLS, 1_000))) {
            if (event instanceof DisplayEvent display) {
                String key = display.origin().symbol() + display.origin().sessionKey() + display.type();
                times.computeIfAbsent(key, unused -> new ArrayList<>()).add(event.tsEventNs());
                if (event instanceof SurgeEvent) {
                    assertThat(times.get(key).stream().filter(ns -> event.tsEventNs() - ns < 1_800 * NS_PER_S))
                            .hasSizeLessThanOrEqualTo(5);
                }
            }
        }
        times.values().forEach(list -> {
            for (int i = 1; i < list.size(); i++) {
                assertThat(list.get(i) - list.get(i - 1)).isGreaterThanOrEqualTo(NS_PER_S);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theTimeOfReceiptChangesNothing(long seed) {
        List<Tick> tape = RandomTape.of(seed, SYMBOLS, 500);
        tape.forEach(tick -> tick.tsInitNs = 1);
        List<MarketEvent> atOnce = play(tape);
        long[] receipt = {1};
        tape.forEach(tick -> tick.tsInitNs = receipt[0]++ * 977 % 10_007);

        assertThat(withoutReceipt(play(tape))).isEqualTo(withoutReceipt(atOnce));
    }

    private static void requireOrigin(EventOrigin origin) {
        assertThat(origin.priceMicros()).isPositive();
        assertThat(origin.percentChange()).isFinite();
        assertThat(origin.relVolume()).isFinite().isNotNegative();
        assertThat(Double.isNaN(origin.vwapUsd())).isEqualTo(Double.isNaN(origin.vwapDivergencePct()));
    }

    private static void requireHighLow(HighLowEvent event) {
        long price = event.origin().priceMicros();
        boolean high = event.direction() == Direction.UP;
        assertThat(price).isEqualTo(high ? event.sessionHighMicros() : event.sessionLowMicros());
        assertThat(event.sessionLowMicros()).isLessThanOrEqualTo(event.sessionHighMicros());
        assertThat(price - event.previousMicros()).matches(distance -> high ? distance > 0 : distance < 0);
        assertThat(event.extremeNs()).isLessThanOrEqualTo(event.tsEventNs());
        assertThat(event.significance()).isBetween(0.0, 100.0);
        assertThat(high ? event.countUp() : event.countDown()).isPositive();
    }

    private static void requireTrend(TrendEvent event) {
        assertThat(event.score()).isBetween(-1.0, 1.0);
        assertThat(event.score() > 0).isEqualTo(event.direction() == Direction.UP);
        for (TrendEvent.Window window : List.of(event.shortWindow(), event.mediumWindow(), event.longWindow())) {
            assertThat(window.price()).isBetween(-1.0, 1.0);
            assertThat(window.vwap()).isBetween(-1.0, 1.0);
            assertThat(window.volume()).isBetween(-1.0, 1.0);
            assertThat(window.buckets()).isBetween(1, window.seconds());
        }
        assertThat(event.ageNs()).isNotNegative();
    }

    private static void requireSurge(SurgeEvent event) {
        assertThat(event.score()).isBetween(0.0, 100.0);
        assertThat(event.volumeMultiplier()).isFinite().isGreaterThanOrEqualTo(1.5);
        assertThat(Math.abs(event.z())).isGreaterThanOrEqualTo(2);
        assertThat(event.z() > 0).isEqualTo(event.direction() == Direction.UP);
        assertThat(event.dailyCount()).isGreaterThanOrEqualTo(event.countUp() + event.countDown());
    }

    private static List<String> withoutReceipt(List<MarketEvent> events) {
        return events.stream().map(event -> event.toString().replaceAll("tsInitNs=\\d+", "")).toList();
    }

    private static List<MarketEvent> play(List<Tick> tape) {
        List<MarketEvent> events = new ArrayList<>();
        LaneRouter router = new LaneRouter(DetectSettings.defaults().withLanes(1), TapeRun.detectors(),
                SymbolTable.of(List.of("A", "B", "C")), new NewYorkCalendar(), new ManualClock(0), events::add);
        for (Tick tick : tape) {
            router.onTick(tick);
            router.lanes().get(0).doWork();
        }
        return events;
    }
}
