package org.tickstock.engine.detect;

import java.util.Map;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.feed.TickRefusal;

/**
 * Read-out of the router and all lanes. {@code ticksIn} = {@code routed} + {@code refusedAtDoor} + at most two in hand,
 * and {@code routed} = {@code verdicts} + {@code waiting}.
 *
 * @param ticksIn what the feed read, what it could not read included
 * @param routed ticks handed to lanes
 * @param refusedAtDoor what the router or the feed refused, by reason; reasons without any are left out
 * @param verdicts what became of the ticks in the lanes
 * @param waiting ticks in the lanes' inboxes
 * @param faults times a detector threw
 * @param raised events raised, by type
 * @param withheld ticks that were accepted but not shown to the rules, by the condition that forbade it
 */
public record DetectStatus(
        long ticksIn,
        long routed,
        Map<TickRefusal, Long> refusedAtDoor,
        Map<Verdict, Long> verdicts,
        long waiting,
        long faults,
        Map<EventType, Long> raised,
        Map<String, Long> withheld) {

    /** Ticks that passed every check. */
    public long accepted() {
        return verdicts.entrySet().stream().filter(entry -> entry.getKey().isAccepted())
                .mapToLong(Map.Entry::getValue).sum();
    }
}
