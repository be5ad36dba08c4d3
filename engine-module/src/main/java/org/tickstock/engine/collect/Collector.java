package org.tickstock.engine.collect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.tickstock.engine.event.DisplayMessage;
import org.tickstock.engine.time.EpochClock;
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
    private final SessionCounts counts;
    private final EpochClock clock;
    private final List<DisplayMessage> round = new ArrayList<>();
    private final AtomicLong collected = new AtomicLong();

    /** A collector from {@code queue} to {@code log}, counting on the way. */
    public Collector(DisplayQueue queue, EventLog log, SessionCounts counts, EpochClock clock) {
        this.queue = queue;
        this.log = log;
        this.counts = counts;
        this.clock = clock;
    }

    /** Takes what waits and appends it; returns how many. */
    public int collect() {
        int total = 0;
        while (queue.drain(round, ROUND) > 0) {
            round.sort(DEFINED_ORDER);
            long nowNs = clock.nowNs();
            for (DisplayMessage message : round) {
                log.append(message.with(message.times().collectedAt(nowNs)));
                counts.add(message);
            }
            total += round.size();
            collected.addAndGet(round.size());
            round.clear();
        }
        return total;
    }

    /** Events appended so far. */
    public long collected() {
        return collected.get();
    }

    /** The defined order of events: time, symbol, ordinal. */
    public static Comparator<DisplayMessage> definedOrder() {
        return DEFINED_ORDER;
    }
}
