package org.tickstock.engine.emit;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tickstock.engine.collect.EventBatch;
import org.tickstock.engine.event.DisplayMessage;
import org.tickstock.engine.time.EpochClock;
import org.tickstock.engine.trace.TracePoint;
import org.tickstock.engine.trace.TraceStep;
import org.tickstock.engine.trace.Tracer;
import org.tickstock.engine.trace.Tracer.Awaited;

/**
 * What one cycle does with traced events; written down when the cycle ends, event by event, with the times of then.
 *
 * <p>Thread: the emission timer, within one cycle.
 */
final class CycleTrace {

    private static final int NAMED_CONNECTIONS = 16;

    /** One traced event in this cycle. */
    private static final class Passage {
        private final Awaited event;
        private final StringBuilder names = new StringBuilder();
        private long readyNs;
        private long emittedNs;
        private int connections;

        Passage(Awaited event) {
            this.event = event;
        }
    }

    private final Tracer tracer;
    private final EpochClock clock;
    private final long number;
    private final long pulledNs;
    private final long pulled;
    private final Map<LogPosition, Passage> passages = new LinkedHashMap<>();
    private final Map<StockDataFrame, List<Passage>> frames = new IdentityHashMap<>();

    /** The cycle has taken the log up to an offset, and with it {@code pulled} new events. */
    CycleTrace(Tracer tracer, EpochClock clock, LogPosition upTo, long pulled) {
        this.tracer = tracer;
        this.clock = clock;
        this.number = tracer.nextCycle();
        this.pulled = pulled;
        this.pulledNs = tracer.isOn() ? clock.nowNs() : 0;
        if (tracer.isOn()) {
            tracer.takeAwaited(upTo.after()).forEach(event ->
                    passages.put(new LogPosition(upTo.epoch(), event.offset()), new Passage(event)));
        }
    }

    /** A frame was built for an audience. */
    void built(StockDataFrame frame, EventBatch batch, int[] matches, int count) {
        if (pulledNs == 0) {
            return;
        }
        for (int i = 0; i < count; i++) {
            DisplayMessage message = batch.messages().get(matches[i]);
            if (tracer.traces(message.symbolId())) {
                long offset = batch.firstOffset() + matches[i];
                Passage passage = passages.computeIfAbsent(new LogPosition(batch.epoch(), offset),
                        place -> new Passage(new Awaited(offset, message.symbolId(), message.id())));
                passage.readyNs = passage.readyNs == 0 ? clock.nowNs() : passage.readyNs;
                frames.computeIfAbsent(frame, key -> new ArrayList<>()).add(passage);
            }
        }
    }

    /** A connection took the frame. */
    void sent(StockDataFrame frame, Subscriber subscriber) {
        for (Passage passage : frames.getOrDefault(frame, List.of())) {
            passage.emittedNs = passage.emittedNs == 0 ? clock.nowNs() : passage.emittedNs;
            if (passage.connections++ < NAMED_CONNECTIONS) {
                passage.names.append(passage.names.isEmpty() ? "" : " ").append(subscriber.connectionId());
            }
        }
    }

    /** Everyone was served. */
    void end(long startNs, long endNs, EmissionResult result) {
        for (Passage passage : passages.values()) {
            note(TracePoint.BUFFER_PULLED, pulledNs, passage, pulled, null);
            note(TracePoint.EMISSION_CYCLE_START, startNs, passage, result.subscribers(), null);
            if (passage.readyNs != 0) {
                note(TracePoint.EVENT_READY_FOR_EMISSION, passage.readyNs, passage, TraceStep.NO_COUNT, null);
            }
            if (passage.emittedNs != 0) {
                note(TracePoint.EVENT_EMITTED, passage.emittedNs, passage, passage.connections,
                        passage.names.toString());
            }
            note(TracePoint.EMISSION_CYCLE_COMPLETE, endNs, passage, result.frames(), null);
        }
    }

    private void note(TracePoint point, long ns, Passage passage, long count, String text) {
        tracer.noteInCycle(point, ns, passage.event, number, count, text);
    }
}
