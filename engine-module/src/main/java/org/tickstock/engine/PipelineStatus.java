package org.tickstock.engine;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tickstock.engine.event.EventType;

/**
 * The ledger: what every stage took in, gave out, refused and still holds.
 *
 * @param balanced whether every stage balances
 * @param stages in the order of the way
 * @param queues depths by name
 * @param events display events collected so far, by wire name of their type
 * @param verdicts what became of the ticks that lanes accepted: shown to the rules, or official only and why
 * @param withheld accepted ticks that may not set a price, by the condition that forbids it
 */
public record PipelineStatus(
        boolean balanced, List<Stage> stages, Map<String, Long> queues, Map<String, Long> events,
        Map<String, Long> verdicts, Map<String, Long> withheld) {

    /**
     * What a stage did, in all or with the events of one type.
     *
     * @param in what came in
     * @param out what went on
     * @param refused what did not, by reason
     * @param inFlight in - out - refused
     */
    public record Flow(long in, long out, Map<String, Long> refused, long inFlight) {

        /** A flow whose in-flight count follows from the others. */
        static Flow of(long in, long out, Map<String, Long> refused) {
            long refusals = refused.values().stream().mapToLong(Long::longValue).sum();
            return new Flow(in, out, Map.copyOf(refused), in - out - refusals);
        }

        /** The sum of several. */
        static Flow sum(Collection<Flow> flows) {
            Map<String, Long> refused = new HashMap<>();
            flows.forEach(flow -> flow.refused.forEach((reason, count) -> refused.merge(reason, count, Long::sum)));
            return of(flows.stream().mapToLong(Flow::in).sum(), flows.stream().mapToLong(Flow::out).sum(), refused);
        }
    }

    /**
     * One stage of the ledger.
     *
     * @param name feed, detect, prioritize, work, collect or emit
     * @param all all that it did
     * @param types the same by wire name of the event type; empty where the stage handles ticks
     * @param capacity how many can truly be in flight here
     */
    public record Stage(String name, Flow all, Map<String, Flow> types, long capacity) {

        /** A stage of ticks. */
        static Stage ofTicks(String name, long in, long out, Map<String, Long> refused, long capacity) {
            return new Stage(name, Flow.of(in, out, refused), Map.of(), capacity);
        }

        /** A stage of events; {@code in} has every type that it handles. */
        static Stage ofEvents(String name, Map<EventType, Long> in, Map<EventType, Long> out,
                Map<EventType, Map<String, Long>> refused, long capacity) {
            Map<String, Flow> types = new LinkedHashMap<>();
            in.forEach((type, count) -> types.put(type.wireName(),
                    Flow.of(count, out.getOrDefault(type, 0L), refused.getOrDefault(type, Map.of()))));
            return new Stage(name, Flow.sum(types.values()), Collections.unmodifiableMap(types), capacity);
        }

        /** What came in. */
        public long in() {
            return all.in();
        }

        /** What went on. */
        public long out() {
            return all.out();
        }

        /** What did not, by reason. */
        public Map<String, Long> refused() {
            return all.refused();
        }

        /** What came in and did neither. */
        public long inFlight() {
            return all.inFlight();
        }

        /** Nothing of any type came out that did not go in, and no more is missing than the stage can hold. */
        public boolean balanced() {
            return all.inFlight() >= 0 && all.inFlight() <= capacity
                    && types.values().stream().allMatch(flow -> flow.inFlight() >= 0);
        }
    }

    /** The maps are copied; it balances where every stage does. */
    static PipelineStatus of(List<Stage> stages, Map<String, Long> queues, Map<String, Long> events,
            Map<String, Long> verdicts, Map<String, Long> withheld) {
        boolean balanced = stages.stream().allMatch(Stage::balanced);
        return new PipelineStatus(balanced, List.copyOf(stages), Map.copyOf(queues), Map.copyOf(events),
                Map.copyOf(verdicts), Map.copyOf(withheld));
    }

    /** The stage with this name. */
    public Stage stage(String name) {
        return stages.stream().filter(stage -> stage.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("stage must be one of "
                        + stages.stream().map(Stage::name).toList() + ", was '" + name + "'"));
    }
}
