package org.tickstock.engine.collect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import org.tickstock.engine.event.DisplayMessage;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.time.EpochClock;
import org.tickstock.engine.trace.Tracer;
import org.tickstock.engine.work.DisplayQueue;

/**
 * Moves converted events into the log. What one round finds is put into the defined order first: time, symbol, ordinal.
 *
 * <p>Thread: one caller at a time.
 */
public final class Collector {

    private static final int ROUND = 10_000;
    private static final Comparator<DisplayMessage> DEFINED_ORDER = Comparator
            .comparingLong(DisplayMessage::tsEventNs)
            .thenComparing(DisplayMessage::symbol)
            .thenComparingInt(DisplayMessage::ordinal);

    private final DisplayQueue queue;
    private final EventLog log;
    private final SessionCounts sessionCounts;
    private final EpochClock clock;
    private final Tracer tracer;
    private final List<DisplayMessage> round = new ArrayList<>();
    private final AtomicLongArray collected = new AtomicLongArray(EventType.values().length);

    /** A collector from {@code queue} to {@code log}, counting on the way. */
    public Collector(DisplayQueue queue, EventLog log, SessionCounts counts, EpochClock clock, Tracer tracer) {
        this.queue = queue;
        this.log = log;
        this.sessionCounts = counts;
        this.clock = clock;
        this.tracer = tracer;
    }

    /** Takes what waits and appends it; returns how many. */
    public int collect() {
        int total = 0;
        while (queue.drain(round, ROUND) > 0) {
            round.sort(DEFINED_ORDER);
            long nowNs = clock.nowNs();
            for (DisplayMessage message : round) {
                trace(message, nowNs);
                log.append(message.with(message.times().collectedAt(nowNs)));
                sessionCounts.add(message);
                collected.incrementAndGet(message.type().ordinal());
            }
            total += round.size();
            round.clear();
        }
        return total;
    }

    /** Events appended so far, by type. */
    public Map<EventType, Long> collected() {
        Map<EventType, Long> counts = new EnumMap<>(EventType.class);
        for (EventType type : EventType.values()) {
            if (type.isDisplay()) {
                counts.put(type, collected.get(type.ordinal()));
            }
        }
        return counts;
    }

    /** Before it is in the log, where the emission timer could see it first. */
    private void trace(DisplayMessage message, long nowNs) {
        if (tracer.traces(message.symbolId())) {
            tracer.collected(message, nowNs, round.size());
            tracer.buffered(message, log.lastOffset() + 1, log.status().depth() + 1);
        }
    }

    /** The defined order of events: time, symbol, ordinal. */
    public static Comparator<DisplayMessage> definedOrder() {
        return DEFINED_ORDER;
    }
}
