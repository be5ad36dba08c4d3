package org.tickstock.engine.prioritize;

import java.util.Map;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.event.Priority;

/**
 * Read-out of the priority queue, consistent in itself: offered = taken + refused + depth.
 *
 * @param offered events that came in
 * @param taken events that workers took
 * @param refused events shed or refused, by type; types without any are left out
 * @param depth events waiting, by class
 * @param oldestWaitNs how long the oldest waiting event has been waiting, 0 when none
 */
public record QueueStatus(
        long offered, long taken, Map<EventType, Long> refused, Map<Priority, Integer> depth, long oldestWaitNs) {

    /** Events waiting in all classes. */
    public int totalDepth() {
        return depth.values().stream().mapToInt(Integer::intValue).sum();
    }
}
