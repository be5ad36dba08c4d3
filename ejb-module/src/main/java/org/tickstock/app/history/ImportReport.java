package org.tickstock.app.history;

import static org.tickstock.app.json.JsonFactory.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was found in a file: every finding counted by kind, the first hundred of each kind in words.
 *
 * <p>Thread: the import's.
 */
final class ImportReport {

    private static final int SHOWN = 100;

    /** What may be found. */
    enum Kind {
        /** A row that is no bar, or no symbol; it is left out. */
        BAD_ROW("bad_rows"),
        /** A symbol, or a stretch of one, that the vendor refuses. */
        SKIPPED("skipped"),
        /** A member of a universe that no list of symbols knows: nothing can arrive for it until one does. */
        UNKNOWN_SYMBOL("unknown_symbols"),
        /** A bar of a day on which the exchange was closed; it is left out. */
        GHOST_DAY("ghost_days"),
        /** A bar, a symbol or a member that is told twice; the first stands. */
        DUPLICATE("duplicates"),
        /** Trading days without a bar between two that have one. */
        GAP("gaps"),
        /** A price that jumps as splits make it, while the adjusted close does not say so. */
        JUMP("split_like_jumps"),
        /** The adjusted close tells a split or a dividend above one percent. */
        ADJUSTMENT("adjustments"),
        /** An imported day that is not what our own minutes make of it. */
        DIFFERENT("differences");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }
    }

    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final Map<Kind, List<String>> samples = new EnumMap<>(Kind.class);
    private long rows;

    void add(Kind kind, String text) {
        counts.merge(kind, 1L, Long::sum);
        List<String> shown = samples.computeIfAbsent(kind, any -> new ArrayList<>());
        if (shown.size() < SHOWN) {
            shown.add(text);
        }
    }

    void row() {
        rows++;
    }

    /** Rows that were read, the bad ones included. */
    long rows() {
        return rows;
    }

    /** Rows that are left out. */
    long refused() {
        return count(Kind.BAD_ROW) + count(Kind.GHOST_DAY) + count(Kind.DUPLICATE);
    }

    long count(Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    List<String> samples(Kind kind) {
        return List.copyOf(samples.getOrDefault(kind, List.of()));
    }

    JsonObject json() {
        JsonObjectBuilder json = JSON.createObjectBuilder().add("rows", rows).add("refused", refused());
        for (Kind kind : Kind.values()) {
            JsonArrayBuilder shown = JSON.createArrayBuilder();
            samples(kind).forEach(shown::add);
            json.add(kind.wireName, JSON.createObjectBuilder().add("count", count(kind)).add("first", shown));
        }
        return json.build();
    }
}
