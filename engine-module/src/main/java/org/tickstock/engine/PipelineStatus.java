package org.tickstock.engine;

import java.util.List;
import java.util.Map;

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
     * One stage of the ledger.
     *
     * @param name feed, detect, prioritize, work, collect or emit
     * @param in what came in
     * @param out what went on
     * @param refused what did not, by reason
     * @param inFlight in - out - refused
     * @param capacity how many can truly be in flight here
     */
    public record Stage(String name, long in, long out, Map<String, Long> refused, long inFlight, long capacity) {

        /** A stage whose in-flight count follows from the others. */
        static Stage of(String name, long in, long out, Map<String, Long> refused, long capacity) {
            long refusals = refused.values().stream().mapToLong(Long::longValue).sum();
            return new Stage(name, in, out, Map.copyOf(refused), in - out - refusals, capacity);
        }

        /** Nothing came out that did not go in, and no more is missing than the stage can hold. */
        public boolean balanced() {
            return inFlight >= 0 && inFlight <= capacity;
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
