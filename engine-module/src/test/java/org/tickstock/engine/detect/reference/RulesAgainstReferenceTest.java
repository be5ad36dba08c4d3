package org.tickstock.engine.detect.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickstock.engine.TapeRun;
import org.tickstock.engine.detect.DetectSettings;
import org.tickstock.engine.detect.LaneRouter;
import org.tickstock.engine.event.DisplayEvent;
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
import org.tickstock.engine.work.DisplayConverter;

/** The engine and a slow, obvious reading of the rules raise the same events, one by one, on random tapes. */
class RulesAgainstReferenceTest {

    private static final int SYMBOLS = 4;
    private static final int TICKS_EACH = 1_600;
    private static final int TAPES = 10;
    private static final List<String> TICKERS = IntStream.range(0, 20).mapToObj(symbol -> "S" + symbol).toList();

    private static final Map<String, Integer> LEAST_SEEN = Map.ofEntries(
            Map.entry("high", 400), Map.entry("low", 400), Map.entry("trend", 120), Map.entry("surge", 40),
            Map.entry("pressure", 4_000), Map.entry("held back", 60), Map.entry("PRE", 100), Map.entry("AFTER", 100),
            Map.entry("V-bottom", 10), Map.entry("V-top", 10), Map.entry("W-bottom", 1), Map.entry("M-top", 1),
            Map.entry("trend UP WEAK", 15), Map.entry("trend UP MODERATE", 15), Map.entry("trend UP STRONG", 15),
            Map.entry("trend DOWN WEAK", 15), Map.entry("trend DOWN MODERATE", 15), Map.entry("trend DOWN STRONG", 15),
            Map.entry("trend up-now-down", 8), Map.entry("trend down-now-up", 8), Map.entry("trend goes on", 60),
            Map.entry("surge UP PRICE", 3), Map.entry("surge UP VOLUME", 3), Map.entry("surge UP PRICE_AND_VOLUME", 3),
            Map.entry("surge DOWN PRICE", 3), Map.entry("surge DOWN VOLUME", 3),
            Map.entry("surge DOWN PRICE_AND_VOLUME", 3), Map.entry("surge STRONG", 5), Map.entry("surge MODERATE", 5),
            Map.entry("surge WEAK", 5), Map.entry("surge up-now-down", 1), Map.entry("surge down-now-up", 1),
            Map.entry("surge in 5 s", 5), Map.entry("surge in 10 s", 20));

    @Test
    void raisesWhatTheReferenceRaises() {
        Map<String, Integer> seen = new TreeMap<>();
        for (int seed = 1; seed <= TAPES; seed++) {
            List<Tick> tape = RandomTape.of(seed, SYMBOLS, TICKS_EACH);

            List<List<MarketEvent>> expected = ReferenceRules.play(tape, SYMBOLS);
            List<List<MarketEvent>> actual = play(tape, 1);

            for (int symbol = 0; symbol < SYMBOLS; symbol++) {
                assertThat(ReferenceRules.difference(expected.get(symbol), actual.get(symbol)))
                        .as("seed %d symbol %d", seed, symbol).isEmpty();
                actual.get(symbol).forEach(event -> cornersOf(event)
                        .forEach(corner -> seen.merge(corner, 1, Integer::sum)));
            }
        }

        // the tapes are worth something only if they raise everything, and often
        LEAST_SEEN.forEach((corner, least) ->
                assertThat(seen.getOrDefault(corner, 0)).as(corner).isGreaterThanOrEqualTo(least));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 16})
    void raisesTheSameEventsWithAnyNumberOfLanes(int lanes) {
        List<Tick> tape = RandomTape.of(99, 20, 800);

        assertThat(play(tape, lanes)).isEqualTo(play(tape, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 2_500, 16_000})
    void raisesTheSameEventsHoweverTheTapeIsChopped(int batch) {
        List<Tick> tape = RandomTape.of(98, SYMBOLS, 4_000);

        assertThat(play(tape, 1, TICKERS, batch)).isEqualTo(play(tape, 1));
    }

    @Test
    void givesASymbolItsEventsWhateverItsNumber() {
        List<Tick> tape = RandomTape.of(97, SYMBOLS, TICKS_EACH);
        List<String> reversed = new ArrayList<>(TICKERS.subList(0, SYMBOLS));
        Collections.reverse(reversed);
        List<Tick> renumbered = new ArrayList<>();
        for (Tick tick : tape) {
            Tick other = new Tick();
            other.copyFrom(tick);
            other.symbolId = SYMBOLS - 1 - tick.symbolId;
            renumbered.add(other);
        }

        List<List<MarketEvent>> usual = play(tape, 2);
        List<List<MarketEvent>> permuted = play(renumbered, 2, reversed, 1);

        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            assertThat(lines(permuted.get(SYMBOLS - 1 - symbol))).isNotEmpty().isEqualTo(lines(usual.get(symbol)));
        }
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

    /** What makes an event one that a tape must have raised for the comparison to be worth something. */
    private static List<String> cornersOf(MarketEvent event) {
        List<String> corners = new ArrayList<>();
        corners.add(event.type().wireName());
        if (event instanceof HighLowEvent extreme) {
            corners.add(extreme.origin().session().name());
            corners.add(extreme.reversal() == null ? "no turn" : extreme.reversal().kind());
            corners.add(extreme.extremeNs() < extreme.tsEventNs() ? "held back" : "at once");
        } else if (event instanceof TrendEvent trend) {
            corners.add("trend " + trend.direction() + ' ' + trend.strength());
            corners.add("trend " + trend.reversal());
            corners.add(trend.ageNs() > 0 ? "trend goes on" : "trend begins");
        } else if (event instanceof SurgeEvent surge) {
            corners.add("surge " + surge.direction() + ' ' + surge.trigger());
            corners.add("surge " + surge.strength());
            corners.add("surge " + surge.reversal());
            corners.add("surge in " + surge.intervalSeconds() + " s");
        }
        return corners;
    }

    private static List<List<MarketEvent>> play(List<Tick> tape, int lanes) {
        return play(tape, lanes, TICKERS, 1);
    }

    private static List<List<MarketEvent>> play(List<Tick> tape, int lanes, List<String> tickers, int batch) {
        List<List<MarketEvent>> events = new ArrayList<>();
        tickers.forEach(ticker -> events.add(new ArrayList<>()));
        LaneRouter router = new LaneRouter(DetectSettings.defaults().withLanes(lanes), TapeRun.detectors(),
                SymbolTable.of(tickers), new NewYorkCalendar(), new ManualClock(0),
                event -> events.get(symbolOf(event)).add(event));
        for (int i = 0; i < tape.size(); i++) {
            router.onTick(tape.get(i));
            if (i % batch == batch - 1) {
                // lanes take their ticks at different paces; it must not matter
                router.lanes().get((int) (tape.get(i).tsEventNs / 7 % lanes)).doWork();
            }
        }
        router.onPause();
        finish(router.lanes());
        return events;
    }

    /** Lanes wait for each other where a session begins. */
    private static void finish(List<Duty> lanes) {
        int done = 1;
        while (done > 0) {
            done = lanes.stream().mapToInt(Duty::doWork).sum();
        }
    }

    /** What users get to see of the events; an event's symbol number is not in there. */
    private static List<String> lines(List<MarketEvent> events) {
        DisplayConverter converter = new DisplayConverter();
        return events.stream().filter(event -> event instanceof DisplayEvent)
                .map(event -> TapeRun.lineOf(converter.toMessage((DisplayEvent) event))).toList();
    }

    private static int symbolOf(MarketEvent event) {
        return event instanceof DisplayEvent display
                ? display.origin().symbolId() : ((PressureChange) event).symbolId();
    }
}
