package org.tickstock.replay;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tickstock.engine.PipelineStatus;
import org.tickstock.engine.event.EventType;

/**
 * What came of a replay, as one JSON line.
 *
 * @param ticks rows read, unreadable ones included
 * @param accepted ticks that counted
 * @param refused ticks that did not, by reason
 * @param events display events by type
 * @param sha256 of the events' canonical lines in the defined order
 * @param tookNs how long it took, wall clock
 */
record ReplayReport(
        long ticks, long accepted, Map<String, Long> refused, Map<String, Long> events, String sha256, long tookNs) {

    private static final double NS_PER_S = 1e9;

    static ReplayReport of(PipelineStatus status, String sha256, long tookNs) {
        Map<String, Long> refused = new TreeMap<>(status.stage("feed").refused());
        status.stage("detect").refused().forEach((reason, count) -> refused.merge(reason, count, Long::sum));
        return new ReplayReport(status.stage("feed").in(), status.stage("detect").out(), refused, status.events(),
                sha256, tookNs);
    }

    String toJson() {
        double seconds = tookNs / NS_PER_S;
        String refusals = refused.entrySet().stream().map(entry -> member(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(","));
        String counts = Arrays.stream(EventType.values()).filter(EventType::isDisplay).map(EventType::wireName)
                .map(type -> member(type, events.getOrDefault(type, 0L))).collect(Collectors.joining(","));
        return String.format(Locale.ROOT, "{\"ticks\":%d,\"accepted\":%d,\"refused\":{%s},\"events\":{%s},"
                        + "\"sha256\":\"%s\",\"seconds\":%.3f,\"ticksPerSecond\":%.0f}",
                ticks, accepted, refusals, counts, sha256, seconds, tookNs == 0 ? 0 : ticks / seconds);
    }

    private static String member(String name, long count) {
        return "\"" + name + "\":" + count;
    }
}
