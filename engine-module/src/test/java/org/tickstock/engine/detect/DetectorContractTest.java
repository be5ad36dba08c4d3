package org.tickstock.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.detect.reference.RandomTape;
import org.tickstock.engine.event.DisplayEvent;
import org.tickstock.engine.event.EventSink;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.event.MarketEvent;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.time.ManualClock;

/** What every detector keeps, whatever its rule. */
abstract class DetectorContractTest {

    private static final int SYMBOLS = 6;
    private static final long MICROS = 1_000_000L;

    /** A new detector with the defaults. */
    protected abstract Detector detector();

    /** The types it raises. */
    protected abstract List<EventType> types();

    @Test
    void keepsItsNameAndPhase() {
        assertThat(detector().name()).matches("[a-z]+").isEqualTo(detector().name());
        assertThat(detector().phase()).isSameAs(detector().phase());
    }

    @Test
    void raisesEventsOfItsOwnTypesOnly() {
        assertThat(play(detector(), RandomTape.of(3, SYMBOLS, 1_500))).isNotEmpty()
                .allSatisfy(event -> assertThat(types()).contains(event.type()));
    }

    @Test
    void raisesTheSameEventsFromTheSameTicks() {
        List<Tick> tape = RandomTape.of(4, SYMBOLS, 1_000);

        assertThat(play(detector(), tape)).isEqualTo(play(detector(), tape));
    }

    @Test
    void remembersNothingItself() {
        List<Tick> tape = RandomTape.of(5, SYMBOLS, 1_000);
        Detector used = detector();

        List<MarketEvent> first = play(used, tape);

        assertThat(play(used, tape)).isEqualTo(first);
    }

    @Test
    void raisesNothingAtTheFirstTickOfASymbol() {
        assertThat(play(detector(), RandomTape.of(6, SYMBOLS, 1))).isEmpty();
    }

    @Test
    void numbersTheEventsOfASymbolWithoutHole() {
        List<MarketEvent> events = play(detector(), RandomTape.of(8, 1, 3_000));

        List<DisplayEvent> display = events.stream().filter(event -> event.type().isDisplay())
                .map(DisplayEvent.class::cast).toList();
        int ordinal = 0;
        int day = 0;
        for (DisplayEvent event : display) {
            ordinal = event.origin().tradeDay() == day ? ordinal + 1 : 1;
            day = event.origin().tradeDay();
            assertThat(event.origin().ordinal()).isEqualTo(ordinal);
        }
    }

    @Test
    void survivesWhatTheDoorLetsThrough() {
        List<Tick> tape = new ArrayList<>();
        long ns = RuleBench.nsAt(RuleBench.DAY, "10:00:00");
        long[] prices = {1, 2, 10_000_000L * MICROS, 10_000_000L * MICROS, 1, 1, MICROS, 999_999, 1_000_001};
        long[] sizes = {0, 1, 10_000_000_000L * MICROS, 5 * MICROS, 999_999};
        for (int i = 0; i < 20_000; i++) {
            ns += (i % 7) * 300_000_000L;
            long price = prices[i / 3 % prices.length];
            tape.add(new Tick().trade(0, price, sizes[i % sizes.length], 0, ns, ns));
        }
        LaneRouter router = router(detector(), event -> true);

        tape.forEach(tick -> work(router, tick));

        assertThat(router.status().faults()).isZero();
        assertThat(router.status().verdicts().get(Verdict.FAILED)).isZero();
        assertThat(router.status().verdicts().get(Verdict.ELIGIBLE)).isGreaterThan(5_000);
    }

    @Test
    void takesARefusalOfItsEventsWithoutNotice() {
        List<Tick> tape = RandomTape.of(9, SYMBOLS, 1_000);
        List<MarketEvent> offered = new ArrayList<>();
        LaneRouter router = router(detector(), event -> !offered.add(event));

        tape.forEach(tick -> work(router, tick));

        assertThat(offered).isEqualTo(play(detector(), tape));
        assertThat(router.status().faults()).isZero();
    }

    private static List<MarketEvent> play(Detector detector, List<Tick> tape) {
        List<MarketEvent> events = new ArrayList<>();
        LaneRouter router = router(detector, events::add);
        tape.forEach(tick -> work(router, tick));
        return events;
    }

    private static LaneRouter router(Detector detector, EventSink sink) {
        List<String> tickers = new ArrayList<>();
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            tickers.add("S" + symbol);
        }
        return new LaneRouter(DetectSettings.defaults().withLanes(1), List.of(detector), SymbolTable.of(tickers),
                new NewYorkCalendar(), new ManualClock(0), sink);
    }

    private static void work(LaneRouter router, Tick tick) {
        router.onTick(tick);
        router.lanes().get(0).doWork();
    }
}
