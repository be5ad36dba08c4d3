package org.tickstock.engine.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tickstock.engine.Pipeline;
import org.tickstock.engine.PipelineSettings;
import org.tickstock.engine.detect.HighLowDetector;
import org.tickstock.engine.detect.HighLowThresholds;
import org.tickstock.engine.detect.LaneObserver;
import org.tickstock.engine.emit.RecordingSubscriber;
import org.tickstock.engine.emit.Subscriber;
import org.tickstock.engine.handoff.Duty;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.prioritize.PrioritySettings;
import org.tickstock.engine.universe.Universe;
import org.tickstock.engine.universe.UniverseIndex;
import org.tickstock.engine.universe.UniverseSelection;

/** The way of events through a whole pipeline, on one thread and a clock that goes on a little at every look. */
@Timeout(20)
class TracerTest {

    private static final long AT_NS = 1_381_240_800_000_000_000L;
    private static final String FIRST = "AIG-2013-10-08-high-1";

    private final SymbolTable symbols = SymbolTable.of(List.of("AIG", "BAC"));
    private final UniverseIndex universes = UniverseIndex.of(List.of(new Universe("aig", "Aig", List.of("AIG")),
            new Universe("bac", "Bac", List.of("BAC"))), symbols);
    private final AtomicLong nowNs = new AtomicLong(AT_NS);
    private Tracer tracer = new Tracer(TraceSettings.defaults(), nowNs::incrementAndGet);
    private Pipeline pipeline = pipeline(PipelineSettings.defaults());
    private Duty worker = pipeline.newWorkerDuty();
    private final int[] highs = new int[2];
    private int seconds;

    @Test
    void notesTheTenPointsOfADeliveredEventInOrder() {
        tracer.begin(List.of(0));
        RecordingSubscriber client = subscriber("aig");

        raiseHigh(0);
        work();
        emit(client);

        EventTrace trace = only(FIRST);
        assertThat(trace.points()).extracting(TraceStep::point).containsExactly(TracePoint.values());
        assertThat(trace.points()).extracting(TraceStep::tsNs).isSorted();
        assertThat(trace.points()).extracting(TraceStep::number).isSorted();
        assertThat(trace.end()).isEqualTo(TraceEnd.EMITTED);
        assertThat(trace.isWhole()).isTrue();
        assertThat(trace.points().get(1).note()).isEqualTo("P2_EXTREME");
        assertThat(trace.points().get(8).count()).isEqualTo(1);
        assertThat(trace.points().get(8).note()).isEqualTo("recording");
    }

    @Test
    void notesNothingOfOtherSymbolsNorWhenItIsOff() {
        tracer.begin(List.of(1));
        raiseHigh(0);
        tracer.end();
        raiseHigh(1);
        work();
        emit(subscriber("aig"), subscriber("bac"));

        assertThat(tracer.steps()).isEmpty();
    }

    @Test
    void readsTheClockNoOftenerForASymbolThatIsNotTraced() {
        raiseHigh(0);
        work();
        long untraced = clockReadsOfOneHigh();
        tracer.begin(List.of(1));

        assertThat(clockReadsOfOneHigh()).isEqualTo(untraced);
    }

    @Test
    void saysThatNobodyWatchesAnEventOrIsConnected() {
        tracer.begin(List.of(0, 1));
        raiseHigh(0);
        work();
        emit(subscriber("bac"));
        raiseHigh(1);
        work();
        emit();

        assertThat(only(FIRST).end()).isEqualTo(TraceEnd.NOT_WATCHED);
        assertThat(only(FIRST).points()).extracting(TraceStep::point)
                .doesNotContain(TracePoint.EVENT_READY_FOR_EMISSION)
                .endsWith(TracePoint.EMISSION_CYCLE_START, TracePoint.EMISSION_CYCLE_COMPLETE);
        assertThat(only("BAC-2013-10-08-high-1").end()).isEqualTo(TraceEnd.NOBODY_CONNECTED);
    }

    @Test
    void followsAnEventPastABusyConnectionIntoTheCycleThatDeliversIt() {
        tracer.begin(List.of(0));
        RecordingSubscriber slow = subscriber("aig");
        slow.inFlight = true;
        raiseHigh(0);
        work();
        emit(slow);
        assertThat(only(FIRST).end()).isEqualTo(TraceEnd.CONNECTION_BUSY);
        slow.inFlight = false;

        emit(slow);

        EventTrace trace = only(FIRST);
        assertThat(trace.end()).isEqualTo(TraceEnd.EMITTED);
        assertThat(trace.points()).filteredOn(step -> step.point().isOfCycle())
                .extracting(TraceStep::cycle).containsOnly(2L);
        assertThat(trace.points()).extracting(TraceStep::point).containsExactly(TracePoint.values());
    }

    @Test
    void saysHowFarAnEventHasCome() {
        tracer.begin(List.of(0));
        raiseHigh(0);
        assertThat(only(FIRST).end()).isEqualTo(TraceEnd.IN_PRIORITY_QUEUE);
        worker.doWork();
        assertThat(only(FIRST).end()).isEqualTo(TraceEnd.IN_DISPLAY_QUEUE);
        pipeline.collect();
        assertThat(only(FIRST).end()).isEqualTo(TraceEnd.IN_LOG);
    }

    @Test
    void saysThatAFullQueueShedAnEventForAMoreUrgentOne() {
        PipelineSettings usual = PipelineSettings.defaults();
        pipeline = pipeline(new PipelineSettings(usual.detect(),
                new PrioritySettings(16, false, List.of("BAC"), List.of()), usual.work(), usual.collect()));
        tracer.begin(List.of(0));
        raiseHigh(0);
        for (int i = 0; i < 16; i++) {
            raiseHigh(1);
        }

        assertThat(only(FIRST).end()).isEqualTo(TraceEnd.SHED_FROM_QUEUE);
        assertThat(only(FIRST).end().isLoss()).isTrue();
    }

    @Test
    void saysThatAClosedQueueRefusedAnEvent() {
        tracer.begin(List.of(0));
        pipeline.close();

        raiseHigh(0);

        assertThat(only(FIRST).end()).isEqualTo(TraceEnd.REFUSED_BY_QUEUE);
    }

    @Test
    void keepsTheNewestStepsAndSaysOfWhichTheBeginningIsGone() {
        tracer = new Tracer(new TraceSettings(List.of(), 12), nowNs::incrementAndGet);
        pipeline = pipeline(PipelineSettings.defaults());
        worker = pipeline.newWorkerDuty();
        tracer.begin(List.of(0));
        RecordingSubscriber client = subscriber("aig");
        for (int i = 0; i < 3; i++) {
            raiseHigh(0);
            work();
            emit(client);
        }

        assertThat(tracer.status().steps()).isEqualTo(12);
        assertThat(tracer.status().overwritten()).isEqualTo(18);
        assertThat(only("AIG-2013-10-08-high-2").isWhole()).isFalse();
        assertThat(only("AIG-2013-10-08-high-3").isWhole()).isTrue();
        tracer.clear();
        assertThat(tracer.steps()).isEmpty();
        assertThat(tracer.isOn()).isTrue();
    }

    @Test
    void tracesAHundredSymbolsAtMost() {
        List<Integer> many = new ArrayList<>();
        for (int id = 0; id <= TraceSettings.MOST_SYMBOLS; id++) {
            many.add(id);
        }

        assertThatThrownBy(() -> tracer.begin(many)).hasMessageContaining("tickers must be 1 to 100, were 101");
        assertThatThrownBy(() -> tracer.begin(List.of())).hasMessageContaining("were 0");
        assertThat(tracer.isOn()).isFalse();
    }

    private long clockReadsOfOneHigh() {
        long beforeNs = nowNs.get();
        raiseHigh(0);
        work();
        return nowNs.get() - beforeNs;
    }

    /** The first time a symbol comes, a trade before it makes the range. */
    private void raiseHigh(int symbolId) {
        if (highs[symbolId]++ == 0) {
            trade(symbolId, 50_000_000L);
        }
        trade(symbolId, 50_000_000L + highs[symbolId] * 1_000_000L);
    }

    private void trade(int symbolId, long priceMicros) {
        seconds += 2;
        long ns = AT_NS + seconds * 1_000_000_000L;
        pipeline.feedListener().onTick(new Tick().trade(symbolId, priceMicros, 100_000_000L, 0, ns, ns));
        pipeline.laneDuties().forEach(Duty::doWork);
    }

    private void work() {
        worker.doWork();
        pipeline.collect();
    }

    private void emit(Subscriber... subscribers) {
        pipeline.emissionCycle().distribute(Arrays.asList(subscribers), universes, MarketSession.REGULAR);
    }

    private EventTrace only(String id) {
        return EventTrace.of(tracer.steps()).stream().filter(trace -> trace.eventId().equals(id)).findFirst()
                .orElseThrow();
    }

    private static RecordingSubscriber subscriber(String universe) {
        return new RecordingSubscriber(new UniverseSelection(List.of(universe), List.of(universe)));
    }

    private Pipeline pipeline(PipelineSettings settings) {
        return new Pipeline(settings, List.of(new HighLowDetector(HighLowThresholds.defaults())), symbols,
                new NewYorkCalendar(), nowNs::incrementAndGet, 7, () -> LaneObserver.NONE, tracer);
    }
}
