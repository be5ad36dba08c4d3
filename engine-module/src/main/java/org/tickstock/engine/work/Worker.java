package org.tickstock.engine.work;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.tickstock.engine.event.DisplayEvent;
import org.tickstock.engine.event.DisplayMessage;
import org.tickstock.engine.event.EventTimes;
import org.tickstock.engine.event.MarketEvent;
import org.tickstock.engine.handoff.Duty;
import org.tickstock.engine.prioritize.EventPriorityQueue;
import org.tickstock.engine.prioritize.QueuedEvent;
import org.tickstock.engine.time.EpochClock;
import org.tickstock.engine.trace.TraceEnd;
import org.tickstock.engine.trace.Tracer;

/**
 * Takes a batch of events, most urgent first: display events are converted and passed on, the others applied.
 *
 * <p>Thread: one at a time; each worker has its own converter.
 * <p>Errors: an event that cannot be handled is logged, counted by type, and the batch goes on.
 */
public final class Worker implements Duty {

    private static final Logger LOG = System.getLogger(Worker.class.getName());

    private final EventPriorityQueue queue;
    private final DisplayQueue display;
    private final Consumer<MarketEvent> internal;
    private final WorkCounters counters;
    private final int batchSize;
    private final EpochClock clock;
    private final Tracer tracer;
    private final DisplayConverter converter = new DisplayConverter();
    private final List<QueuedEvent> batch = new ArrayList<>();

    /** A worker from {@code queue} to {@code display}; {@code internal} gets what is not for display. */
    public Worker(EventPriorityQueue queue, DisplayQueue display, Consumer<MarketEvent> internal,
            WorkCounters counters, int batchSize, EpochClock clock, Tracer tracer) {
        this.queue = queue;
        this.display = display;
        this.internal = internal;
        this.counters = counters;
        this.batchSize = batchSize;
        this.clock = clock;
        this.tracer = tracer;
    }

    @Override
    public int doWork() {
        int taken = queue.poll(batch, batchSize);
        long takenNs = taken == 0 ? 0 : clock.nowNs();
        for (QueuedEvent queued : batch) {
            handle(queued, takenNs);
        }
        batch.clear();
        return taken;
    }

    private void handle(QueuedEvent queued, long takenNs) {
        MarketEvent event = queued.event();
        try {
            if (event.type().isDisplay()) {
                handOn(event, convert(queued, takenNs));
            } else {
                internal.accept(event);
                counters.countDone(event.type());
            }
        } catch (RuntimeException fault) {
            counters.countFault(event.type());
            tracer.lost(event, TraceEnd.FAILED_IN_WORKER);
            LOG.log(Level.ERROR, "event not handled type=" + event.type() + " tsEventNs=" + event.tsEventNs(), fault);
        }
    }

    private void handOn(MarketEvent event, DisplayMessage message) {
        // Counted before: the collector may have it, and count it, before put returns.
        counters.countDone(message.type());
        if (!display.put(message)) {
            counters.countClosed(message.type());
            tracer.lost(event, TraceEnd.FAILED_IN_WORKER);
        }
    }

    private DisplayMessage convert(QueuedEvent queued, long takenNs) {
        DisplayMessage message = converter.toMessage((DisplayEvent) queued.event());
        DisplayMessage timed = message.with(
                new EventTimes(queued.priority(), queued.queuedNs(), takenNs, clock.nowNs(), 0));
        tracer.converted(timed);
        return timed;
    }
}
