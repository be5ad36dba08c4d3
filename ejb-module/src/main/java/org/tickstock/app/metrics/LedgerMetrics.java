package org.tickstock.app.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.tickstock.engine.Pipeline;
import org.tickstock.engine.PipelineStatus;
import org.tickstock.engine.detect.Verdict;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.feed.TickRefusal;
import org.tickstock.engine.prioritize.QueueStatus;
import org.tickstock.engine.work.WorkCounters;

/**
 * The ledger: what went in and came out of each stage, of every type, what was refused and why, what waits where.
 *
 * <p>Thread: any.
 */
@ApplicationScoped
public class LedgerMetrics implements MetricSource {

    private static final Map<String, List<String>> REFUSALS = Map.of(
        "feed", Arrays.stream(TickRefusal.values()).map(TickRefusal::wireName).toList(),
        "detect", verdicts(false),
        "prioritize", List.of(QueueStatus.SHED, QueueStatus.FULL, QueueStatus.CLOSED),
        "work", List.of(WorkCounters.FAULT, WorkCounters.CLOSED), "emit", List.of("broken"));

    @Inject
    private LedgerSnapshot ledger;
    @Inject
    private Pipeline pipeline;

    @Override
    public Stream<Metric> metrics() {
        PipelineStatus now = pipeline.status();
        return Stream.of(
            Stream.of(Metric.flag("tickstock_balanced", "1 when everything that went in is accounted for", Map.of(),
                () -> ledger.now().balanced())),
            now.stages().stream().flatMap(LedgerMetrics.this::stage),
            now.stages().stream().flatMap(each -> each.types().keySet().stream().flatMap(
                type -> type(each.name(), type))),
            now.queues().keySet().stream().map(queue -> metric("tickstock_queue_depth", "what waits in the queue",
                Map.of("queue", queue), status -> status.queues().getOrDefault(queue, 0L))),
            Stream.of(EventType.values()).filter(EventType::isDisplay).map(EventType::wireName).map(type ->
                metric("tickstock_events", "events raised since the start", Map.of("type", type),
                    status -> status.events().getOrDefault(type, 0L))),
            verdicts(true).stream().map(verdict ->
                metric("tickstock_verdicts", "ticks accepted since the start, by what they may set",
                    Map.of("verdict", verdict), status -> status.verdicts().getOrDefault(verdict, 0L))))
            .flatMap(each -> each);
    }

    private Stream<Metric> stage(PipelineStatus.Stage stage) {
        Map<String, String> labels = Map.of("stage", stage.name());
        return Stream.concat(
            Stream.of(
                inStage("tickstock_stage_in", "what entered the stage since the start", labels,
                    PipelineStatus.Stage::in),
                inStage("tickstock_stage_out", "what left the stage since the start", labels,
                    PipelineStatus.Stage::out),
                inStage("tickstock_stage_in_flight", "what is in the stage now", labels,
                    PipelineStatus.Stage::inFlight)),
            REFUSALS.getOrDefault(stage.name(), List.of()).stream().map(reason -> inStage("tickstock_stage_refused",
                "what the stage refused since the start", with(labels, "reason", reason),
                each -> each.refused().getOrDefault(reason, 0L))));
    }

    private Stream<Metric> type(String stage, String type) {
        Map<String, String> labels = Map.of("stage", stage, "type", type);
        return Stream.concat(
            Stream.of(
                inStage("tickstock_type_in", "events of the type that entered the stage since the start", labels,
                    each -> each.types().get(type).in()),
                inStage("tickstock_type_out", "events of the type that left the stage since the start", labels,
                    each -> each.types().get(type).out()),
                inStage("tickstock_type_in_flight", "events of the type in the stage now", labels,
                    each -> each.types().get(type).inFlight())),
            REFUSALS.getOrDefault(stage, List.of()).stream().map(reason -> inStage("tickstock_type_refused",
                "events of the type that the stage refused since the start", with(labels, "reason", reason),
                each -> each.types().get(type).refused().getOrDefault(reason, 0L))));
    }

    private Metric inStage(String name, String help, Map<String, String> labels,
            ToDoubleFunction<PipelineStatus.Stage> value) {
        return metric(name, help, labels, status -> value.applyAsDouble(status.stage(labels.get("stage"))));
    }

    private Metric metric(String name, String help, Map<String, String> labels,
            ToDoubleFunction<PipelineStatus> value) {
        return new Metric(name, help, labels, () -> value.applyAsDouble(ledger.now()));
    }

    private static Map<String, String> with(Map<String, String> labels, String key, String value) {
        Map<String, String> more = new HashMap<>(labels);
        more.put(key, value);
        return more;
    }

    private static List<String> verdicts(boolean accepted) {
        return Stream.of(Verdict.values()).filter(verdict -> verdict.isAccepted() == accepted)
            .map(Verdict::wireName).toList();
    }
}
