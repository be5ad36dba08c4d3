package org.tickstock.it.fault;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code GET /api/pipeline}, read for accounting.
 *
 * <p>Thread: immutable.
 */
record Ledger(JsonObject json) {

    private static final List<String> DISPLAY = List.of("high", "low", "trend", "surge", "event_revised");

    boolean isBalanced() {
        return json.getBoolean("balanced");
    }

    long epoch() {
        return json.getJsonNumber("epoch").longValue();
    }

    /** Display events of any type that a queue or a worker turned away. */
    long refusedEvents() {
        return refusedByType().values().stream().mapToLong(Long::longValue).sum();
    }

    /** What was turned away, by stage, type and reason. */
    Map<String, Long> refusedByType() {
        Map<String, Long> refused = new TreeMap<>();
        for (String name : List.of("prioritize", "work")) {
            JsonObject types = stage(name).getJsonObject("types");
            for (String type : DISPLAY) {
                types.getJsonObject(type).getJsonObject("refused").forEach((reason, count) ->
                        refused.put(name + " " + type + " " + reason, ((JsonNumber) count).longValue()));
            }
        }
        return refused;
    }

    /** Whether nothing is on its way to the log or from there to the database. */
    boolean isDrained() {
        return journalLag() == 0 && List.of("feed", "detect", "prioritize", "work", "collect").stream()
                .allMatch(name -> stage(name).getJsonNumber("in_flight").longValue() == 0);
    }

    /** Display events that were converted. */
    long events() {
        return json.getJsonObject("events").values().stream().mapToLong(n -> ((JsonNumber) n).longValue()).sum();
    }

    /** The newest event of the log. */
    LogEnd end() {
        return new LogEnd(epoch(), collected());
    }

    long collected() {
        return stage("collect").getJsonNumber("out").longValue();
    }

    long journalLag() {
        return json.getJsonObject("journal").getJsonNumber("lag").longValue();
    }

    long journalLost() {
        return json.getJsonObject("journal").getJsonNumber("lost").longValue();
    }

    int subscribers() {
        return json.getInt("subscribers");
    }

    long durable() {
        return json.getJsonObject("journal").getJsonNumber("durable_offset").longValue();
    }

    /** Ticks that the feed or the rules turned away, for whatever reason. */
    int refused(String stageOfTicks) {
        JsonObject refused = stage(stageOfTicks).getJsonObject("refused");
        return refused.keySet().stream().mapToInt(refused::getInt).sum();
    }

    JsonObject stage(String name) {
        return json.getJsonArray("stages").getValuesAs(JsonObject.class).stream()
                .filter(stage -> stage.getString("stage").equals(name)).findFirst().orElseThrow();
    }
}
