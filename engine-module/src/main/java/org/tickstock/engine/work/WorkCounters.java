package org.tickstock.engine.work;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.tickstock.engine.event.EventType;

/**
 * What workers did, by event type.
 *
 * <p>Thread: all workers add, anyone reads.
 */
public final class WorkCounters {

    /** Could not be converted or applied. */
    public static final String FAULT = "fault";
    /** The pipeline closed before the collector had room. */
    public static final String CLOSED = "closed";

    private final Map<EventType, LongAdder> done = adders();
    private final Map<EventType, LongAdder> faults = adders();
    private final Map<EventType, LongAdder> closed = adders();

    void countDone(EventType type) {
        done.get(type).increment();
    }

    /** A display event counted as done could not be handed to the collector. */
    void countClosed(EventType type) {
        done.get(type).decrement();
        closed.get(type).increment();
    }

    void countFault(EventType type) {
        faults.get(type).increment();
    }

    /** Display events converted and handed to the collector, internal and control events applied, by type. */
    public Map<EventType, Long> done() {
        Map<EventType, Long> sums = new EnumMap<>(EventType.class);
        done.forEach((type, adder) -> sums.put(type, adder.sum()));
        return sums;
    }

    /** What could not be done, by type and reason; without those that are none. */
    public Map<EventType, Map<String, Long>> refused() {
        Map<EventType, Map<String, Long>> refused = new EnumMap<>(EventType.class);
        faults.forEach((type, adder) -> add(refused, type, FAULT, adder.sum()));
        closed.forEach((type, adder) -> add(refused, type, CLOSED, adder.sum()));
        return refused;
    }

    private static void add(Map<EventType, Map<String, Long>> refused, EventType type, String reason, long count) {
        if (count > 0) {
            refused.computeIfAbsent(type, key -> new HashMap<>()).put(reason, count);
        }
    }

    private static Map<EventType, LongAdder> adders() {
        Map<EventType, LongAdder> adders = new EnumMap<>(EventType.class);
        for (EventType type : EventType.values()) {
            adders.put(type, new LongAdder());
        }
        return adders;
    }
}
