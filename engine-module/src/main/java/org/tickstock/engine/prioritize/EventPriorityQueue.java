package org.tickstock.engine.prioritize;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.tickstock.engine.event.EventSink;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.event.MarketEvent;
import org.tickstock.engine.event.Priority;
import org.tickstock.engine.time.EpochClock;

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
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();

    // guarded by lock
    private final EnumMap<Priority, ArrayDeque<QueuedEvent>> classes = new EnumMap<>(Priority.class);
    private final EnumMap<EventType, Long> refused = new EnumMap<>(EventType.class);
    private int depth;
    private long offered;
    private long taken;
    private long served;
    private boolean closed;

    /** An empty queue. */
    public EventPriorityQueue(PrioritySettings settings, PriorityRules rules, EpochClock clock) {
        this.settings = settings;
        this.rules = rules;
        this.clock = clock;
        for (Priority priority : Priority.values()) {
            classes.put(priority, new ArrayDeque<>());
        }
    }

    @Override
    public boolean offer(MarketEvent event) {
        Priority priority = rules.priorityOf(event);
        lock.lock();
        try {
            offered++;
            if (!makeRoom(priority)) {
                refused.merge(event.type(), 1L, Long::sum);
                return false;
            }
            classes.get(priority).add(new QueuedEvent(event, priority, clock.nowNs()));
            depth++;
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
                target.add(takeNext());
                moved++;
            }
            taken += moved;
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
            return new QueueStatus(offered, taken, Map.copyOf(refused), Map.copyOf(depths), waitNs);
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
                refused.merge(oldest.event().type(), 1L, Long::sum);
                return true;
            }
        }
        return false;
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
