package org.tickstock.engine.detect.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickstock.engine.TapeRun;
import org.tickstock.engine.detect.DetectSettings;
import org.tickstock.engine.detect.LaneRouter;
import org.tickstock.engine.event.DisplayEvent;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.event.HighLowEvent;
import org.tickstock.engine.event.MarketEvent;
import org.tickstock.engine.event.PressureChange;
import org.tickstock.engine.event.SurgeEvent;
import org.tickstock.engine.event.TrendEvent;
import org.tickstock.engine.handoff.Duty;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.time.ManualClock;

/** The engine and a slow, obvious reading of the rules raise the same events, one by one, on random tapes. */
class RulesAgainstReferenceTest {

    private static final int SYMBOLS = 4;
    private static final int TICKS_EACH = 1_600;
    private static final int TAPES = 6;

    @Test
    void raisesWhatTheReferenceRaises() {
        Map<EventType, Integer> seen = new EnumMap<>(EventType.class);
        Set<String> corners = new TreeSet<>();
        for (int seed = 1; seed <= TAPES; seed++) {
            List<Tick> tape = RandomTape.of(seed, SYMBOLS, TICKS_EACH);

            List<List<MarketEvent>> expected = ReferenceRules.play(tape, SYMBOLS);
            List<List<MarketEvent>> actual = play(tape, 1);

            for (int symbol = 0; symbol < SYMBOLS; symbol++) {
                assertThat(ReferenceRules.difference(expected.get(symbol), actual.get(symbol)))
                        .as("seed %d symbol %d", seed, symbol).isEmpty();
                actual.get(symbol).forEach(event -> {
                    seen.merge(event.type(), 1, Integer::sum);
                    corners.add(cornerOf(event));
                });
            }
        }

        // the tapes are worth something only if they raise everything
        assertThat(seen).containsKeys(EventType.HIGH, EventType.LOW, EventType.TREND, EventType.SURGE,
                EventType.PRESSURE);
        assertThat(seen.get(EventType.TREND)).isGreaterThan(80);
        assertThat(seen.get(EventType.SURGE)).isGreaterThan(30);
        assertThat(corners).contains("V-bottom", "V-top", "W-bottom", "M-top", "trend WEAK", "trend MODERATE",
                "trend STRONG", "trend turned", "surge PRICE_AND_VOLUME", "surge VOLUME", "surge PRICE",
                "surge turned");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 16})
    void raisesTheSameEventsWithAnyNumberOfLanes(int lanes) {
        List<Tick> tape = RandomTape.of(99, 20, 800);

        assertThat(play(tape, lanes)).isEqualTo(play(tape, 1));
    }

    @Test
    void knowsNoOtherSymbol() {
        List<Tick> tape = RandomTape.of(7, SYMBOLS, TICKS_EACH);
        List<List<MarketEvent>> together = play(tape, 1);

        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            int only = symbol;
            List<Tick> alone = tape.stream().filter(tick -> tick.symbolId == only).toList();
            assertThat(play(alone, 1).get(symbol)).isEqualTo(together.get(symbol));
        }
    }

    private static String cornerOf(MarketEvent event) {
        if (event instanceof HighLowEvent extreme) {
            return extreme.reversal() == null ? "no turn" : extreme.reversal().kind();
        }
        if (event instanceof TrendEvent trend) {
            return trend.reversal() == null ? "trend " + trend.strength() : "trend turned";
        }
        if (event instanceof SurgeEvent surge) {
            return surge.reversal() == null ? "surge " + surge.trigger() : "surge turned";
        }
        return "pressure";
    }

    private static List<List<MarketEvent>> play(List<Tick> tape, int lanes) {
        List<String> tickers = new ArrayList<>();
        List<List<MarketEvent>> events = new ArrayList<>();
        for (int symbol = 0; symbol < 20; symbol++) {
            tickers.add("S" + symbol);
            events.add(new ArrayList<>());
        }
        LaneRouter router = new LaneRouter(DetectSettings.defaults().withLanes(lanes), TapeRun.detectors(),
                SymbolTable.of(tickers), new NewYorkCalendar(), new ManualClock(0),
                event -> events.get(symbolOf(event)).add(event));
        for (Tick tick : tape) {
            router.onTick(tick);
            // lanes take their ticks at different paces; it must not matter
            router.lanes().get((int) (tick.tsEventNs / 7 % lanes)).doWork();
        }
        router.lanes().forEach(RulesAgainstReferenceTest::finish);
        return events;
    }

    private static void finish(Duty lane) {
        int done = lane.doWork();
        while (done > 0) {
            done = lane.doWork();
        }
    }

    private static int symbolOf(MarketEvent event) {
        return event instanceof DisplayEvent display
                ? display.origin().symbolId() : ((PressureChange) event).symbolId();
    }
}
