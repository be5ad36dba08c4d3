package org.tickstock.engine.detect;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.feed.TickRefusal;

/**
 * Reads the figures of router and lanes while they go on working, so that the sums of one reading agree.
 *
 * <p>Lanes are read before the router: what has come out by then had gone in before. A reading during which the feed
 * handed over a tick, or the lanes took more than their inboxes hold, is taken again.
 * <p>Thread: any.
 */
final class StatusReading {

    private static final int TRIES = 1_000;
    // the tick the feed's thread works on, and one that waits for the next
    private static final int IN_HAND = 2;

    private final SingleWriterCounts router;
    private final int ticksInIndex;
    private final DetectionLane[] lanes;

    // one reading
    private final long[] verdicts = new long[Verdict.values().length];
    private final long[] refusals = new long[TickRefusal.values().length];
    private long ticksIn;
    private long routed;

    StatusReading(SingleWriterCounts router, int ticksInIndex, DetectionLane[] lanes) {
        this.router = router;
        this.ticksInIndex = ticksInIndex;
        this.lanes = lanes;
    }

    DetectStatus read() {
        boolean agrees = false;
        for (int tries = 0; tries < TRIES && !agrees; tries++) {
            agrees = tryRead();
        }
        long done = 0;
        Map<Verdict, Long> byVerdict = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            byVerdict.put(verdict, verdicts[verdict.ordinal()]);
            done += verdicts[verdict.ordinal()];
        }
        Map<TickRefusal, Long> byReason = new EnumMap<>(TickRefusal.class);
        for (TickRefusal reason : TickRefusal.values()) {
            if (refusals[reason.ordinal()] > 0) {
                byReason.put(reason, refusals[reason.ordinal()]);
            }
        }
        return new DetectStatus(ticksIn, routed, Map.copyOf(byReason), Map.copyOf(byVerdict), routed - done,
                faults(), Map.copyOf(raised()), Map.copyOf(withheld()));
    }

    private boolean tryRead() {
        long done = 0;
        for (int verdict = 0; verdict < verdicts.length; verdict++) {
            verdicts[verdict] = 0;
            for (DetectionLane lane : lanes) {
                verdicts[verdict] += lane.verdicts(verdict);
            }
            done += verdicts[verdict];
        }
        ticksIn = router.get(ticksInIndex);
        routed = 0;
        long room = 0;
        for (DetectionLane lane : lanes) {
            routed += lane.offered();
            room += lane.capacity();
        }
        long refused = 0;
        for (int reason = 0; reason < refusals.length; reason++) {
            refusals[reason] = router.get(reason);
            refused += refusals[reason];
        }
        return router.get(ticksInIndex) == ticksIn && ticksIn - routed - refused <= IN_HAND && routed - done <= room;
    }

    private long faults() {
        long faults = 0;
        for (DetectionLane lane : lanes) {
            faults += lane.rules().faults();
        }
        return faults;
    }

    private Map<EventType, Long> raised() {
        Map<EventType, Long> raised = new EnumMap<>(EventType.class);
        for (EventType type : EventType.values()) {
            for (DetectionLane lane : lanes) {
                raised.merge(type, lane.raised(type), Long::sum);
            }
        }
        return raised;
    }

    private Map<String, Long> withheld() {
        Map<String, Long> withheld = new TreeMap<>();
        for (DetectionLane lane : lanes) {
            lane.rules().withheld().forEach((condition, count) -> withheld.merge(condition, count, Long::sum));
        }
        return withheld;
    }
}
