package org.tickstock.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickstock.bench.baseline.PlainDetection;
import org.tickstock.bench.baseline.PlainEvent;
import org.tickstock.bench.tape.BenchTape;
import org.tickstock.engine.detect.OpenDetector;
import org.tickstock.engine.event.DisplayEvent;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.event.HighLowEvent;
import org.tickstock.engine.event.MarketEvent;
import org.tickstock.engine.event.PressureChange;
import org.tickstock.engine.event.SurgeEvent;
import org.tickstock.engine.event.TrendEvent;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.Tick;

/** The engine and the baseline in plain Java, two readings of the rules, raise the same events, one by one. */
class RulesAgreeTest {

    private static final int TRADES = 300_000;
    private static final int SYMBOLS = 60;
    private static final double TOLERANCE = 1e-9;

    @ParameterizedTest
    @ValueSource(longs = {42, 43})
    void raiseTheSameEventsInTheSameOrder(long seed) {
        BenchTape tape = BenchTape.of(TRADES, SYMBOLS, seed);

        List<Map<String, Object>> ours = ours(tape);
        List<Map<String, Object>> plain = plain(tape);

        Map<Object, Integer> seen = new TreeMap<>();
        for (int event = 0; event < Math.min(ours.size(), plain.size()); event++) {
            assertSame(ours.get(event), plain.get(event));
            seen.merge(ours.get(event).get("type"), 1, Integer::sum);
        }
        assertThat(ours).hasSameSizeAs(plain);
        assertThat(seen).containsOnlyKeys(EventType.HIGH, EventType.LOW, EventType.TREND, EventType.SURGE,
                EventType.PRESSURE);
        assertThat(seen.values()).allMatch(count -> count > 30);
    }

    @Test
    void countTheSameEventsOverOneLaneAndTwo() {
        BenchTape tape = BenchTape.of(TRADES, SYMBOLS, 7);

        EventTally expected = DetectionRuns.plain(tape);

        DetectionRuns.rules(tape).requireSame(expected);
        DetectionRuns.lane(tape, 0, 1).requireSame(expected);
        DetectionRuns.lane(tape, 0, 2).plus(DetectionRuns.lane(tape, 1, 2)).requireSame(expected);
        assertThat(expected.isRich()).isTrue();
    }

    /** Doubles may differ by a billionth, since the engine keeps squares as whole numbers; nothing else may. */
    private static void assertSame(Map<String, Object> ours, Map<String, Object> plain) {
        assertThat(ours.keySet()).isEqualTo(plain.keySet());
        ours.forEach((name, value) -> {
            if (value instanceof Double number) {
                double expected = (double) plain.get(name);
                assertThat(number).as("%s of %s", name, ours)
                        .isCloseTo(expected, within(TOLERANCE * Math.max(1, Math.abs(expected))));
            } else {
                assertThat(value).as("%s of %s", name, ours).isEqualTo(plain.get(name));
            }
        });
    }

    private static List<Map<String, Object>> ours(BenchTape tape) {
        List<Map<String, Object>> events = new ArrayList<>();
        OpenDetector detector = new OpenDetector(tape.tickers(), event -> events.add(fieldsOf(event, tape)));
        Tick tick = new Tick();
        for (int trade = 0; trade < tape.size(); trade++) {
            detector.onTick(tape.fill(tick, trade));
        }
        return events;
    }

    private static List<Map<String, Object>> plain(BenchTape tape) {
        List<Map<String, Object>> events = new ArrayList<>();
        PlainDetection detection = new PlainDetection(new NewYorkCalendar(), event -> events.add(fieldsOf(event)));
        for (int trade = 0; trade < tape.size(); trade++) {
            detection.onTrade(DetectionRuns.plainTrade(tape, trade));
        }
        return events;
    }

    /** The fields that both know, by the baseline's names. */
    private static Map<String, Object> fieldsOf(PlainEvent event) {
        Map<String, Object> fields = new HashMap<>(event.details());
        fields.put("type", event.type());
        fields.put("symbol", event.symbol());
        fields.put("ordinal", event.ordinal());
        fields.put("time", event.timeNs());
        fields.put("price", event.priceMicros());
        fields.put("direction", event.direction());
        fields.keySet().removeAll(List.of("label", "is_rapid", "time_span", "trigger"));
        return fields;
    }

    private static Map<String, Object> fieldsOf(MarketEvent event, BenchTape tape) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("type", event.type());
        if (event instanceof PressureChange change) {
            fields.put("symbol", tape.tickers().get(change.symbolId()));
            fields.put("ordinal", 0);
            fields.put("time", change.tsEventNs());
            fields.put("price", 0L);
            fields.put("direction", null);
            fields.put("bought", change.buySizeMicros() / 1_000_000);
            fields.put("sold", change.sellSizeMicros() / 1_000_000);
            fields.put("trades", change.trades());
            return fields;
        }
        DisplayEvent display = (DisplayEvent) event;
        fields.put("symbol", display.origin().symbol());
        fields.put("ordinal", display.origin().ordinal());
        fields.put("time", display.origin().tsEventNs());
        fields.put("price", display.origin().priceMicros());
        fields.put("direction", display.direction());
        fields.put("percent_change", display.origin().percentChange());
        fields.put("vwap", display.origin().vwapUsd());
        fields.put("vwap_divergence", display.origin().vwapDivergencePct());
        fields.put("volume", display.origin().sizeMicros() / 1_000_000);
        fields.put("rel_volume", display.origin().relVolume());
        if (event instanceof HighLowEvent extreme) {
            addHighLow(fields, extreme);
        } else if (event instanceof TrendEvent trend) {
            addTrend(fields, trend);
        } else {
            addSurge(fields, (SurgeEvent) event);
        }
        return fields;
    }

    private static void addHighLow(Map<String, Object> fields, HighLowEvent event) {
        fields.put("extreme_time", event.extremeNs());
        fields.put("previous", event.previousMicros());
        fields.put("session_high", event.sessionHighMicros());
        fields.put("session_low", event.sessionLowMicros());
        fields.put("count_up", event.countUp());
        fields.put("count_down", event.countDown());
        fields.put("reversal", event.reversal() == null ? null : event.reversal().kind());
        fields.put("significance", event.significance());
        fields.put("trend_flag", event.trendFlag());
        fields.put("surge_flag", event.surgeFlag());
    }

    private static void addTrend(Map<String, Object> fields, TrendEvent event) {
        fields.put("strength", event.strength());
        fields.put("score", event.score());
        fields.put("short_score", event.shortWindow().score());
        fields.put("medium_score", event.mediumWindow().score());
        fields.put("long_score", event.longWindow().score());
        fields.put("age", event.ageNs());
        fields.put("count_up", event.countUp());
        fields.put("count_down", event.countDown());
        fields.put("reversal", event.reversal());
    }

    private static void addSurge(Map<String, Object> fields, SurgeEvent event) {
        fields.put("strength", event.strength());
        fields.put("score", event.score());
        fields.put("multiplier", event.volumeMultiplier());
        fields.put("z", event.z());
        fields.put("reference", event.referenceMicros());
        fields.put("interval", event.intervalSeconds());
        fields.put("magnitude", event.magnitudePct());
        fields.put("expiration", event.expirationNs());
        fields.put("reversal", event.reversal());
        fields.put("count_up", event.countUp());
        fields.put("count_down", event.countDown());
    }
}
