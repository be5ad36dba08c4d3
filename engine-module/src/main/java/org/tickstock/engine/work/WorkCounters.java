package org.tickstock.engine.work;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.tickstock.engine.event.EventType;

/**
 * What workers did, by event type.
 *
 * <p>Thread: all workers add, anyone reads.
 */
public final class WorkCounters {

    private final Map<EventType, LongAdder> displayed = adders();
    private final LongAdder applied = new LongAdder();
    private final Map<EventType, LongAdder> failed = adders();

    void countDisplayed(EventType type) {
        displayed.get(type).increment();
    }

    void countApplied() {
        applied.increment();
    }

    void countFailed(EventType type) {
        failed.get(type).increment();
    }

    /** Display events converted and handed to the collector, by type. */
    public Map<EventType, Long> displayed() {
        return sums(displayed);
    }

    /** Internal and control events applied. */
    public long applied() {
        return applied.sum();
    }

    /** Events that could not be converted, applied or handed on, by type; types without any are left out. */
    public Map<EventType, Long> failed() {
        Map<EventType, Long> sums = sums(failed);
        sums.values().removeIf(count -> count == 0);
        return sums;
    }

    private static Map<EventType, LongAdder> adders() {
        Map<EventType, LongAdder> adders = new EnumMap<>(EventType.class);
        for (EventType type : EventType.values()) {
            adders.put(type, new LongAdder());
        }
        return adders;
    }

    private static Map<EventType, Long> sums(Map<EventType, LongAdder> adders) {
        Map<EventType, Long> sums = new EnumMap<>(EventType.class);
        adders.forEach((type, adder) -> sums.put(type, adder.sum()));
        return sums;
    }
}
