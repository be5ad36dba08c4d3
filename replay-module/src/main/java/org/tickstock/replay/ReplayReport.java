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
 * @param allocatedBytes by the threads of feed and lanes; negative where the JVM does not count
 */
record ReplayReport(
        long ticks, long accepted, Map<String, Long> refused, Map<String, Long> events, String sha256, long tookNs,
        long allocatedBytes) {

    private static final double NS_PER_S = 1e9;

    static ReplayReport of(PipelineStatus status, String sha256, long tookNs, long allocatedBytes) {
        Map<String, Long> refused = new TreeMap<>(status.stage("feed").refused());
        status.stage("detect").refused().forEach((reason, count) -> refused.merge(reason, count, Long::sum));
        return new ReplayReport(status.stage("feed").in(), status.stage("detect").out(), refused, status.events(),
                sha256, tookNs, allocatedBytes);
    }

    String toJson() {
        double seconds = tookNs / NS_PER_S;
        String refusals = refused.entrySet().stream().map(entry -> member(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(","));
        String counts = Arrays.stream(EventType.values()).filter(EventType::isDisplay).map(EventType::wireName)
                .map(type -> member(type, events.getOrDefault(type, 0L))).collect(Collectors.joining(","));
        return String.format(Locale.ROOT, "{\"ticks\":%d,\"accepted\":%d,\"refused\":{%s},\"events\":{%s},"
                        + "\"sha256\":\"%s\",\"seconds\":%.3f,\"ticksPerSecond\":%.0f,\"bytesPerTick\":%s}",
                ticks, accepted, refusals, counts, sha256, seconds, tookNs == 0 ? 0 : ticks / seconds, bytesPerTick());
    }

    private String bytesPerTick() {
        return allocatedBytes < 0 || ticks == 0 ? "null"
                : String.format(Locale.ROOT, "%.2f", (double) allocatedBytes / ticks);
    }

    private static String member(String name, long count) {
        return "\"" + name + "\":" + count;
    }
}
