package org.tickstock.engine;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.tickstock.engine.collect.Collector;
import org.tickstock.engine.collect.EventLog;
import org.tickstock.engine.detect.DetectStatus;
import org.tickstock.engine.detect.LaneRouter;
import org.tickstock.engine.detect.Verdict;
import org.tickstock.engine.emit.EmissionLedger;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.feed.TickRefusal;
import org.tickstock.engine.prioritize.EventPriorityQueue;
import org.tickstock.engine.prioritize.QueueStatus;
import org.tickstock.engine.work.DisplayQueue;
import org.tickstock.engine.work.WorkCounters;

/**
 * Reads the counts of the six stages into one ledger.
 *
 * <p>Thread: any.
 */
record PipelineLedger(PipelineSettings settings, LaneRouter router, EventPriorityQueue queue, WorkCounters workCounters,
        DisplayQueue displayQueue, Collector collector, EventLog log, EmissionLedger emissionLedger) {

    /** The ledger of this moment. */
    PipelineStatus read() {
        // Downstream first: what has come out by now had gone in before, so nothing seems to come from nowhere.
        Map<EventType, Long> emitted = emissionLedger.sent();
        Map<EventType, Map<String, Long>> broken = withReason("broken", emissionLedger.failed());
        Map<EventType, Long> offered = emissionLedger.offered();
        Map<EventType, Long> collected = collector.collected();
        long displayDepth = displayQueue.depth();
        Map<EventType, Long> done = workCounters.done();
        Map<EventType, Map<String, Long>> notDone = workCounters.refused();
        QueueStatus waiting = queue.status();
        DetectStatus detect = router.status();
        Map<EventType, Long> converted = new EnumMap<>(done);
        converted.keySet().removeIf(type -> !type.isDisplay());

        List<PipelineStatus.Stage> stages = List.of(
                PipelineStatus.Stage.ofTicks("feed", detect.ticksIn(), detect.routed(), atDoor(detect), 2),
                PipelineStatus.Stage.ofTicks("detect", detect.routed(), detect.accepted(),
                        verdicts(detect, verdict -> !verdict.isAccepted()),
                        (long) settings.detect().lanes() * (settings.detect().inboxSize() + 1)),
                PipelineStatus.Stage.ofEvents("prioritize", waiting.offered(), waiting.taken(), waiting.refused(),
                        (long) settings.prioritize().capacity() + settings.detect().lanes() + 1),
                PipelineStatus.Stage.ofEvents("work", waiting.taken(), done, notDone,
                        (long) settings.work().workersMax() * settings.work().batch()),
                PipelineStatus.Stage.ofEvents("collect", converted, collected, Map.of(),
                        (long) settings.work().displayCapacity() * 2 + settings.work().workersMax()),
                PipelineStatus.Stage.ofEvents("emit", offered, emitted, broken, Long.MAX_VALUE));
        return PipelineStatus.of(stages, queueDepths(detect, waiting, displayDepth), byName(converted),
                verdicts(detect, Verdict::isAccepted), detect.withheld());
    }

    private static Map<String, Long> atDoor(DetectStatus detect) {
        Map<String, Long> refused = new HashMap<>();
        detect.refusedAtDoor().forEach((TickRefusal reason, Long count) -> refused.put(reason.wireName(), count));
        return refused;
    }

    private static Map<String, Long> verdicts(DetectStatus detect, Predicate<Verdict> which) {
        Map<String, Long> named = new HashMap<>();
        detect.verdicts().forEach((Verdict verdict, Long count) -> {
            if (which.test(verdict) && count > 0) {
                named.put(verdict.wireName(), count);
            }
        });
        return named;
    }

    private static Map<String, Long> byName(Map<EventType, Long> counts) {
        Map<String, Long> named = new HashMap<>();
        counts.forEach((type, count) -> named.put(type.wireName(), count));
        return named;
    }

    private Map<String, Long> queueDepths(DetectStatus detect, QueueStatus waiting, long displayDepth) {
        Map<String, Long> depths = new LinkedHashMap<>();
        depths.put("lanes", detect.waiting());
        waiting.depth().forEach((priority, depth) -> depths.put("priority_" + priority.name(), depth.longValue()));
        depths.put("display", displayDepth);
        depths.put("log", log.status().depth());
        return depths;
    }

    private static Map<EventType, Map<String, Long>> withReason(String reason, Map<EventType, Long> counts) {
        Map<EventType, Map<String, Long>> refused = new EnumMap<>(EventType.class);
        counts.forEach((type, count) -> {
            if (count > 0) {
                refused.put(type, Map.of(reason, count));
            }
        });
        return refused;
    }
}
