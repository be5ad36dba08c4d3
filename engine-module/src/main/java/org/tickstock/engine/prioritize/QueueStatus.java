package org.tickstock.engine.prioritize;

import java.util.Map;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.event.Priority;

/**
 * Read-out of the priority queue, consistent in itself: for each type offered = taken + refused + what waits.
 *
 * @param offered events that came in, by type
 * @param taken events that workers took, by type
 * @param refused events that were not let in or thrown out, by type and reason; types and reasons without any are
 *         left out
 * @param depth events waiting, by class
 * @param oldestWaitNs how long the oldest waiting event has been waiting, 0 when none
 */
public record QueueStatus(
        Map<EventType, Long> offered, Map<EventType, Long> taken, Map<EventType, Map<String, Long>> refused,
        Map<Priority, Integer> depth, long oldestWaitNs) {

    /** Thrown out for a more urgent event: the oldest of the lowest class. */
    public static final String SHED = "shed";
    /** Not let in: full, and nothing less urgent to throw out. */
    public static final String FULL = "full";
    /** Not let in: the pipeline is closed. */
    public static final String CLOSED = "closed";

    /** Events of all types that came in. */
    public long totalOffered() {
        return sum(offered);
    }

    /** Events of all types that workers took. */
    public long totalTaken() {
        return sum(taken);
    }

    /** Events waiting in all classes. */
    public int totalDepth() {
        return depth.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static long sum(Map<EventType, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
