package org.tickstock.engine.detect;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.tickstock.engine.event.EventSink;
import org.tickstock.engine.handoff.Duty;
import org.tickstock.engine.market.Tick;

/**
 * A ring of tick slots and the states of the symbols that come through it.
 *
 * <p>Thread: the feed offers, one thread at a time works; nobody else sees the states.
 */
final class DetectionLane implements Duty {

    private static final int BATCH = 1_024;
    private static final VarHandle HEAD;
    private static final VarHandle TAIL;
    private static final VarHandle COUNTS = MethodHandles.arrayElementVarHandle(long[].class);

    static {
        try {
            HEAD = MethodHandles.lookup().findVarHandle(DetectionLane.class, "head", long.class);
            TAIL = MethodHandles.lookup().findVarHandle(DetectionLane.class, "tail", long.class);
        } catch (ReflectiveOperationException fault) {
            throw new ExceptionInInitializerError(fault);
        }
    }

    private final Tick[] ring;
    private final int mask;
    private final EventDetector detector;
    private final EventSink sink;
    private final IntFunction<String> tickerOf;

    // feed
    private long tail;
    private long headSeen;

    // lane
    private long head;
    private SymbolState[] states = new SymbolState[1_024];
    private final long[] verdicts = new long[Verdict.values().length];

    DetectionLane(int size, EventDetector detector, EventSink sink, IntFunction<String> tickerOf) {
        this.ring = new Tick[size];
        Arrays.setAll(ring, index -> new Tick());
        this.mask = size - 1;
        this.detector = detector;
        this.sink = sink;
        this.tickerOf = tickerOf;
    }

    /** Copies the tick into the next slot; false when there is none. */
    boolean offer(Tick tick) {
        long next = tail;
        if (next - headSeen > mask) {
            headSeen = (long) HEAD.getAcquire(this);
            if (next - headSeen > mask) {
                return false;
            }
        }
        ring[(int) next & mask].copyFrom(tick);
        TAIL.setRelease(this, next + 1);
        return true;
    }

    @Override
    public int doWork() {
        long from = head;
        long to = Math.min((long) TAIL.getAcquire(this), from + BATCH);
        for (long next = from; next < to; next++) {
            work(ring[(int) next & mask]);
            HEAD.setRelease(this, next + 1);
        }
        return (int) (to - from);
    }

    /** Ticks that got each verdict so far. */
    Map<Verdict, Long> verdicts() {
        Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict, (long) COUNTS.getAcquire(verdicts, verdict.ordinal()));
        }
        return counts;
    }

    /** Ticks waiting. */
    long depth() {
        long taken = (long) HEAD.getAcquire(this);
        return (long) TAIL.getAcquire(this) - taken;
    }

    /** Detector faults so far; a figure for people, read without order. */
    long faults() {
        return detector.faults();
    }

    private void work(Tick tick) {
        int symbolId = tick.symbolId;
        if (symbolId >= states.length) {
            states = Arrays.copyOf(states, Math.max(symbolId + 1, states.length * 2));
        }
        SymbolState state = states[symbolId];
        if (state == null) {
            state = new SymbolState(symbolId, tickerOf.apply(symbolId));
            states[symbolId] = state;
        }
        int verdict = detector.onTick(tick, state, sink).ordinal();
        COUNTS.setRelease(verdicts, verdict, verdicts[verdict] + 1);
    }
}
