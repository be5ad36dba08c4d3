package org.tickstock.engine.detect;

import java.util.Map;
import org.tickstock.engine.feed.TickRefusal;

/**
 * Read-out of the router and all lanes.
 *
 * @param ticksIn what the feed read, what it could not read included
 * @param routed ticks handed to lanes
 * @param refusedAtDoor what the router or the feed refused, by reason; reasons without any are left out
 * @param verdicts what became of the ticks in the lanes
 * @param waiting ticks in the lanes' inboxes
 * @param faults times a detector threw
 */
public record DetectStatus(
        long ticksIn,
        long routed,
        Map<TickRefusal, Long> refusedAtDoor,
        Map<Verdict, Long> verdicts,
        long waiting,
        long faults) {

    /** Ticks that passed every check. */
    public long accepted() {
        return verdicts.entrySet().stream().filter(entry -> entry.getKey().isAccepted())
                .mapToLong(Map.Entry::getValue).sum();
    }
}
