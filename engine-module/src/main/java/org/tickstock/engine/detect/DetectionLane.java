package org.tickstock.engine.detect;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.tickstock.engine.event.EventSink;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.event.MarketEvent;
import org.tickstock.engine.handoff.Duty;
import org.tickstock.engine.market.SessionSpan;
import org.tickstock.engine.market.Tick;

/**
 * A ring of tick slots and the states of the symbols that come through it.
 *
 * <p>Thread: the feed offers, one thread at a time works; nobody else sees the states. Counts may be read by any.
 * <p>Errors: a tick whose checks throw is counted as failed and logged, at most once in 65,536; the lane goes on.
 */
final class DetectionLane implements Duty {

    private static final Logger LOG = System.getLogger(DetectionLane.class.getName());
    private static final int BATCH = 1_024;
    private static final int LOG_ONE_IN = 65_536;

    private final Tick[] ring;
    private final int mask;
    private final EventDetector rules;
    private final LaneObserver observer;
    private final TickRecorder recorder;
    private final SessionBarrier barrier;
    private final EventSink sink;
    private final IntFunction<String> tickerOf;
    private final LongSupplier feedTimeNs;

    // feed: how many ticks were offered, and what it last saw of those taken
    private final SingleWriterCounts tail = new SingleWriterCounts(1);
    private long headSeen;

    // lane: how many ticks were taken
    private final SingleWriterCounts head = new SingleWriterCounts(1);
    private final SingleWriterCounts verdicts = new SingleWriterCounts(Verdict.values().length);
    private final SingleWriterCounts raised = new SingleWriterCounts(EventType.values().length);
    private final EventSink counting = this::raise;

    // feed writes, lane takes: where sessions begin among the ticks; anybody asks, the lane answers
    private final Queue<LaneBoundary> boundaries = new ConcurrentLinkedQueue<>();
    private final Queue<Runnable> questions = new ConcurrentLinkedQueue<>();
    private LaneBoundary reached;
    private SymbolState[] states = new SymbolState[1_024];

    /** A boundary before the tick with this running number. */
    private record LaneBoundary(long position, SessionBarrier.Boundary boundary) {
    }

    DetectionLane(int size, EventDetector rules, LaneObserver observer, TickRecorder recorder, SessionBarrier barrier,
            EventSink sink, IntFunction<String> tickerOf, LongSupplier feedTimeNs) {
        this.ring = new Tick[size];
        Arrays.setAll(ring, index -> new Tick());
        this.mask = size - 1;
        this.rules = rules;
        this.observer = observer;
        this.recorder = recorder;
        this.barrier = barrier;
        this.sink = sink;
        this.tickerOf = tickerOf;
        this.feedTimeNs = feedTimeNs;
    }

    /** Copies the tick into the next slot; false when there is none. */
    boolean offer(Tick tick) {
        long next = tail.get(0);
        if (next - headSeen > mask) {
            headSeen = head.get(0);
            if (next - headSeen > mask) {
                return false;
            }
        }
        ring[(int) next & mask].copyFrom(tick);
        tail.set(0, next + 1);
        return true;
    }

    /** A session begins before the next tick offered. */
    void offer(SessionBarrier.Boundary boundary) {
        boundaries.add(new LaneBoundary(tail.get(0), boundary));
    }

    /** Has the lane answer a question about its symbols, between two batches. */
    <T> Future<T> ask(Function<Stream<SymbolState>, T> question) {
        FutureTask<T> answer = new FutureTask<>(
                () -> question.apply(Arrays.stream(states).filter(Objects::nonNull)));
        questions.add(answer);
        return answer;
    }

    /** Has the lane hand over what it recorded of a symbol. */
    Future<RecordedTicks> askRecord(int symbolId) {
        FutureTask<RecordedTicks> answer =
                new FutureTask<>(() -> recorder.read(symbolId, tickerOf.apply(symbolId)));
        questions.add(answer);
        return answer;
    }

    @Override
    public int doWork() {
        for (Runnable question = questions.poll(); question != null; question = questions.poll()) {
            question.run();
        }
        // read before the tail: the feed's time moves on after the tick that moves it was offered
        long feedNs = feedTimeNs.getAsLong();
        long from = head.get(0);
        long end = tail.get(0);
        long to = Math.min(end, from + BATCH);
        // read after the tail: a boundary is always offered before the tick that follows it
        LaneBoundary next = boundaries.peek();
        if (next != null && next.position() == from) {
            boolean isNew = arrive(next);
            if (!barrier.hasPassed(next.boundary())) {
                return isNew ? 1 : 0;
            }
            boundaries.poll();
            next = boundaries.peek();
        }
        if (next != null) {
            to = Math.min(to, next.position());
        }
        long reachedNs = 0;
        for (long number = from; number < to; number++) {
            Tick tick = ring[(int) number & mask];
            verdicts.increment(work(tick).ordinal());
            reachedNs = tick.tsEventNs;
            head.set(0, number + 1);
        }
        observer.onTime(to == end ? feedNs : reachedNs);
        return (int) (to - from);
    }

    /** Ends the old session, once. */
    private boolean arrive(LaneBoundary next) {
        if (next == reached) {
            return false;
        }
        reached = next;
        recorder.begin(next.boundary().ended(), next.boundary().begun());
        enter(next.boundary().begun());
        barrier.arrive(next.boundary());
        return true;
    }

    private void enter(SessionSpan begun) {
        for (SymbolState state : states) {
            if (state != null) {
                if (state.endsWith(begun)) {
                    observer.onDayEnd(SymbolDay.of(state));
                }
                state.enter(begun);
            }
        }
    }

    /** Ticks offered so far. */
    long offered() {
        return tail.get(0);
    }

    /** Ticks the inbox holds. */
    int capacity() {
        return ring.length;
    }

    /** Ticks that got the verdict of this ordinal so far. */
    long verdicts(int ordinal) {
        return verdicts.get(ordinal);
    }

    /** Events of one type so far. */
    long raised(EventType type) {
        return raised.get(type.ordinal());
    }

    /** The rules of this lane, for their figures. */
    EventDetector rules() {
        return rules;
    }

    private Verdict work(Tick tick) {
        try {
            SymbolState state = stateOf(tick.symbolId);
            recorder.add(tick, state);
            return rules.onTick(tick, state, counting);
        } catch (RuntimeException fault) {
            long failed = verdicts.get(Verdict.FAILED.ordinal());
            if (failed % LOG_ONE_IN == 0) {
                LOG.log(Level.ERROR, "tick failed symbolId=" + tick.symbolId + " tsEventNs=" + tick.tsEventNs
                        + " before=" + failed, fault);
            }
            return Verdict.FAILED;
        }
    }

    private SymbolState stateOf(int symbolId) {
        if (symbolId >= states.length) {
            states = Arrays.copyOf(states, Math.max(symbolId + 1, states.length * 2));
        }
        SymbolState state = states[symbolId];
        if (state == null) {
            state = new SymbolState(symbolId, tickerOf.apply(symbolId));
            states[symbolId] = state;
        }
        return state;
    }

    private boolean raise(MarketEvent event) {
        raised.increment(event.type().ordinal());
        return sink.offer(event);
    }
}
