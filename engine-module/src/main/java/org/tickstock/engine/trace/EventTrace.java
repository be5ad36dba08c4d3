package org.tickstock.engine.trace;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * The way of one event: its points in order, each once, and where it ended.
 *
 * <p>A cycle that a connection was too busy for is followed by another. Of several the one that delivered it first is
 * told, else the one that came closest.
 *
 * @param eventId identity of the event
 * @param symbolId dense number of its symbol
 * @param points one step for each point it came by
 * @param end where it ended
 * @param isWhole whether its beginning is still kept
 */
public record EventTrace(String eventId, int symbolId, List<TraceStep> points, TraceEnd end, boolean isWhole) {

    /** The ways of all events in these steps, in the order of their first. */
    public static List<EventTrace> of(List<TraceStep> steps) {
        Map<String, List<TraceStep>> byEvent = new LinkedHashMap<>();
        steps.forEach(step -> byEvent.computeIfAbsent(step.eventId(), id -> new ArrayList<>()).add(step));
        return byEvent.values().stream().map(EventTrace::ofOne).toList();
    }

    private static EventTrace ofOne(List<TraceStep> steps) {
        long cycle = cycleOf(steps);
        Map<TracePoint, TraceStep> points = new EnumMap<>(TracePoint.class);
        for (TraceStep step : steps) {
            if (step.point() != null && (!step.point().isOfCycle() || step.cycle() == cycle)) {
                points.putIfAbsent(step.point(), step);
            }
        }
        TraceStep first = steps.get(0);
        return new EventTrace(first.eventId(), first.symbolId(), List.copyOf(points.values()), endOf(steps, points),
                first.point() == TracePoint.EVENT_DETECTED);
    }

    private static long cycleOf(List<TraceStep> steps) {
        TracePoint[] closestFirst =
            {TracePoint.EVENT_EMITTED, TracePoint.EVENT_READY_FOR_EMISSION, TracePoint.BUFFER_PULLED};
        for (TracePoint point : closestFirst) {
            TreeSet<Long> cycles = new TreeSet<>();
            steps.stream().filter(step -> step.point() == point).forEach(step -> cycles.add(step.cycle()));
            if (!cycles.isEmpty()) {
                return cycles.first();
            }
        }
        return 0;
    }

    private static TraceEnd endOf(List<TraceStep> steps, Map<TracePoint, TraceStep> points) {
        TraceEnd loss = steps.stream().map(TraceStep::loss).filter(Objects::nonNull).findFirst().orElse(null);
        if (loss != null) {
            return loss;
        }
        TracePoint last = points.keySet().stream().reduce((earlier, later) -> later).orElseThrow();
        return switch (last) {
            case EVENT_DETECTED -> TraceEnd.AT_QUEUE;
            case EVENT_QUEUED -> TraceEnd.IN_PRIORITY_QUEUE;
            case EVENT_REQUEUED_FOR_DISPLAY, DISPLAY_QUEUE_COLLECTED -> TraceEnd.IN_DISPLAY_QUEUE;
            case EVENTS_BUFFERED -> TraceEnd.IN_LOG;
            default -> endInCycle(points);
        };
    }

    private static TraceEnd endInCycle(Map<TracePoint, TraceStep> points) {
        if (points.containsKey(TracePoint.EVENT_EMITTED)) {
            return TraceEnd.EMITTED;
        }
        if (points.containsKey(TracePoint.EVENT_READY_FOR_EMISSION)) {
            return TraceEnd.CONNECTION_BUSY;
        }
        TraceStep start = points.get(TracePoint.EMISSION_CYCLE_START);
        return start != null && start.count() == 0 ? TraceEnd.NOBODY_CONNECTED : TraceEnd.NOT_WATCHED;
    }
}
