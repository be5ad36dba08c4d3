package org.tickstock.engine.prioritize;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.tickstock.engine.event.EventSink;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.event.MarketEvent;
import org.tickstock.engine.event.Priority;
import org.tickstock.engine.time.EpochClock;
import org.tickstock.engine.trace.TraceEnd;
import org.tickstock.engine.trace.Tracer;

/**
 * Five first-in-first-out queues, served most urgent first; one in sixteen goes to the least urgent class that waits.
 *
 * <p>When it is full the oldest event of the lowest class below the new one is shed and counted; P0 and P1 are never
 * refused: they wait for room, and with {@code waitWhenFull} every event does.
 * <p>Thread: lanes offer, workers poll, anyone reads the status. Events are rare beside ticks, so one lock serves.
 */
public final class EventPriorityQueue implements EventSink {

    private static final int FAIR_SHARE = 16;
    private static final long MAX_WAIT_MS = 100;

    private final PrioritySettings settings;
    private final PriorityRules rules;
    private final EpochClock clock;
    private final Tracer tracer;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();

    // guarded by lock
    private final EnumMap<Priority, ArrayDeque<QueuedEvent>> classes = new EnumMap<>(Priority.class);
    private final EnumMap<EventType, Map<String, Long>> refused = new EnumMap<>(EventType.class);
    private final long[] offered = new long[EventType.values().length];
    private final long[] taken = new long[EventType.values().length];
    private int depth;
    private long served;
    private boolean closed;

    /** An empty queue. */
    public EventPriorityQueue(PrioritySettings settings, PriorityRules rules, EpochClock clock, Tracer tracer) {
        this.settings = settings;
        this.rules = rules;
        this.clock = clock;
        this.tracer = tracer;
        for (Priority priority : Priority.values()) {
            classes.put(priority, new ArrayDeque<>());
        }
    }

    @Override
    public boolean offer(MarketEvent event) {
        tracer.detected(event);
        Priority priority = rules.priorityOf(event);
        lock.lock();
        try {
            offered[event.type().ordinal()]++;
            if (!makeRoom(priority)) {
                refuse(event, closed ? QueueStatus.CLOSED : QueueStatus.FULL);
                tracer.lost(event, TraceEnd.REFUSED_BY_QUEUE);
                return false;
            }
            QueuedEvent queued = new QueuedEvent(event, priority, clock.nowNs());
            classes.get(priority).add(queued);
            depth++;
            tracer.queued(event, priority, queued.queuedNs(), depth);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Moves up to {@code max} events into {@code target}, most urgent first; returns how many. */
    public int poll(Collection<? super QueuedEvent> target, int max) {
        lock.lock();
        try {
            int moved = 0;
            while (moved < max && depth > 0) {
                QueuedEvent next = takeNext();
                taken[next.event().type().ordinal()]++;
                target.add(next);
                moved++;
            }
            if (moved > 0) {
                room.signalAll();
            }
            return moved;
        } finally {
            lock.unlock();
        }
    }

    /** Refuses everything from now on and lets go of lanes that wait; what is inside can still be polled. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Counts and depths of one moment. */
    public QueueStatus status() {
        lock.lock();
        try {
            Map<Priority, Integer> depths = new EnumMap<>(Priority.class);
            long oldest = Long.MAX_VALUE;
            for (Map.Entry<Priority, ArrayDeque<QueuedEvent>> entry : classes.entrySet()) {
                depths.put(entry.getKey(), entry.getValue().size());
                QueuedEvent head = entry.getValue().peek();
                oldest = head == null ? oldest : Math.min(oldest, head.queuedNs());
            }
            long waitNs = depth == 0 ? 0 : Math.max(0, clock.nowNs() - oldest);
            return new QueueStatus(byType(offered), byType(taken), refusedByType(), Map.copyOf(depths), waitNs);
        } finally {
            lock.unlock();
        }
    }

    private boolean makeRoom(Priority priority) {
        boolean mayWait = settings.waitWhenFull() || priority.compareTo(Priority.P1_URGENT) <= 0;
        while (!closed && depth >= settings.capacity()) {
            if (!settings.waitWhenFull() && shedBelow(priority)) {
                continue;
            }
            if (!mayWait || !awaitRoom()) {
                return false;
            }
        }
        return !closed;
    }

    private boolean shedBelow(Priority priority) {
        Priority[] all = Priority.values();
        for (int i = all.length - 1; i > priority.ordinal(); i--) {
            QueuedEvent oldest = classes.get(all[i]).poll();
            if (oldest != null) {
                depth--;
                refuse(oldest.event(), QueueStatus.SHED);
                tracer.lost(oldest.event(), TraceEnd.SHED_FROM_QUEUE);
                return true;
            }
        }
        return false;
    }

    private void refuse(MarketEvent event, String reason) {
        refused.computeIfAbsent(event.type(), type -> new HashMap<>()).merge(reason, 1L, Long::sum);
    }

    private Map<EventType, Map<String, Long>> refusedByType() {
        Map<EventType, Map<String, Long>> copy = new EnumMap<>(EventType.class);
        refused.forEach((type, reasons) -> copy.put(type, Map.copyOf(reasons)));
        return copy;
    }

    private static Map<EventType, Long> byType(long[] counts) {
        Map<EventType, Long> byType = new EnumMap<>(EventType.class);
        for (EventType type : EventType.values()) {
            byType.put(type, counts[type.ordinal()]);
        }
        return byType;
    }

    private boolean awaitRoom() {
        try {
            room.await(MAX_WAIT_MS, TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private QueuedEvent takeNext() {
        served++;
        boolean lowestFirst = served % FAIR_SHARE == 0;
        Priority[] all = Priority.values();
        for (int i = 0; i < all.length; i++) {
            QueuedEvent head = classes.get(all[lowestFirst ? all.length - 1 - i : i]).poll();
            if (head != null) {
                depth--;
                return head;
            }
        }
        throw new IllegalStateException("queue depth must match its classes, was " + depth + " with all empty");
    }
}
