package org.tickstock.engine.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.tickstock.engine.event.DisplayEvent;
import org.tickstock.engine.event.DisplayMessage;
import org.tickstock.engine.event.MarketEvent;
import org.tickstock.engine.event.Priority;
import org.tickstock.engine.time.EpochClock;

/**
 * Notes at which points events of chosen symbols come by; off until somebody begins, bounded, the oldest leaves first.
 *
 * <p>A tick costs nothing, traced or not: only raised events are looked at. One that is not traced costs the look at a
 * bit; nothing is allocated for it and no clock is read.
 * <p>Thread: any. Whoever hands an event on notes it before the next stage can see it, so that steps are in order.
 * <p>Source: seed document, "Tracer Architecture"; ADR 0015.
 */
public final class Tracer {

    /**
     * An event of the log that no cycle has gone over yet.
     *
     * @param offset its offset
     * @param symbolId dense number of the symbol
     * @param eventId its identity
     */
    public record Awaited(long offset, int symbolId, String eventId) {
    }

    private final TraceSettings settings;
    private final EpochClock clock;

    // swapped whole; null while off
    private volatile BitSet traced;

    // guarded by this
    private final ArrayDeque<TraceStep> steps = new ArrayDeque<>();
    private final ArrayDeque<Awaited> awaited = new ArrayDeque<>();
    private BitSet chosen = new BitSet();
    private long begunNs;
    private long noted;
    private long overwritten;

    // emission timer
    private long cycles;

    /** A tracer that is off. */
    public Tracer(TraceSettings settings, EpochClock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** A tracer for whoever needs none. */
    public static Tracer off() {
        return new Tracer(TraceSettings.defaults(), () -> 0);
    }

    /** Traces these symbols from now on, and no others; what was noted before stays. */
    public synchronized void begin(Collection<Integer> symbolIds) {
        if (symbolIds.isEmpty() || symbolIds.size() > TraceSettings.MOST_SYMBOLS) {
            throw new IllegalArgumentException("tickers must be 1 to " + TraceSettings.MOST_SYMBOLS + ", were "
                    + symbolIds.size());
        }
        BitSet next = new BitSet();
        symbolIds.forEach(next::set);
        chosen = next;
        begunNs = clock.nowNs();
        traced = next;
    }

    /** Notes nothing more; what was noted stays. */
    public synchronized void end() {
        traced = null;
        awaited.clear();
    }

    /** Forgets what was noted. */
    public synchronized void clear() {
        steps.clear();
        overwritten = 0;
    }

    /** Whether anything is traced. */
    public boolean isOn() {
        return traced != null;
    }

    /** Whether events of this symbol are traced. */
    public boolean traces(int symbolId) {
        BitSet now = traced;
        return now != null && now.get(symbolId);
    }

    /** A detector raised an event. */
    public void detected(MarketEvent event) {
        if (event instanceof DisplayEvent shown && traces(shown.origin().symbolId())) {
            note(TraceStep.at(TracePoint.EVENT_DETECTED, clock.nowNs(), shown.origin().symbolId(), shown.id()));
        }
    }

    /** It waits in the priority queue since {@code ns}, so many with it. */
    public void queued(MarketEvent event, Priority priority, long ns, int depth) {
        if (event instanceof DisplayEvent shown && traces(shown.origin().symbolId())) {
            note(TraceStep.at(TracePoint.EVENT_QUEUED, ns, shown.origin().symbolId(), shown.id())
                    .counting(depth).saying(priority.name()));
        }
    }

    /** It goes no further. */
    public void lost(MarketEvent event, TraceEnd how) {
        if (event instanceof DisplayEvent shown && traces(shown.origin().symbolId())) {
            note(TraceStep.lost(how, clock.nowNs(), shown.origin().symbolId(), shown.id()));
        }
    }

    /** A worker has converted it. */
    public void converted(DisplayMessage message) {
        if (traces(message.symbolId())) {
            note(TraceStep.at(TracePoint.EVENT_REQUEUED_FOR_DISPLAY, message.times().convertedNs(),
                    message.symbolId(), message.id()));
        }
    }

    /** The collector took it at {@code ns}, among so many. */
    public void collected(DisplayMessage message, long ns, int batchSize) {
        if (traces(message.symbolId())) {
            note(TraceStep.at(TracePoint.DISPLAY_QUEUE_COLLECTED, ns, message.symbolId(), message.id())
                    .counting(batchSize));
        }
    }

    /** It is about to enter the log under this offset, as one of so many. */
    public void buffered(DisplayMessage message, long offset, long depth) {
        if (traces(message.symbolId())) {
            note(TraceStep.at(TracePoint.EVENTS_BUFFERED, clock.nowNs(), message.symbolId(), message.id())
                    .counting(depth).in(offset, 0));
            await(new Awaited(offset, message.symbolId(), message.id()));
        }
    }

    /** The running number of the cycle that begins; called by the emission timer, on or off. */
    public long nextCycle() {
        return ++cycles;
    }

    /** Takes out the events that no cycle has gone over yet, up to an offset. */
    public synchronized List<Awaited> takeAwaited(long toOffset) {
        List<Awaited> taken = new ArrayList<>();
        while (!awaited.isEmpty() && awaited.peek().offset() <= toOffset) {
            taken.add(awaited.poll());
        }
        return taken;
    }

    /** Notes an event at a point of a cycle. */
    public void noteInCycle(TracePoint point, long ns, Awaited event, long cycle, long count, String text) {
        note(TraceStep.at(point, ns, event.symbolId(), event.eventId())
                .in(event.offset(), cycle).counting(count).saying(text));
    }

    /** All steps that are kept, oldest first. */
    public synchronized List<TraceStep> steps() {
        return List.copyOf(steps);
    }

    /** How it stands. */
    public synchronized TraceStatus status() {
        return new TraceStatus(isOn(), (BitSet) chosen.clone(), settings.capacity(), steps.size(), overwritten,
                begunNs);
    }

    private synchronized void note(TraceStep step) {
        if (steps.size() == settings.capacity()) {
            steps.poll();
            overwritten++;
        }
        steps.add(step.numbered(++noted));
    }

    private synchronized void await(Awaited event) {
        if (awaited.size() == settings.capacity()) {
            awaited.poll();
        }
        awaited.add(event);
    }
}
