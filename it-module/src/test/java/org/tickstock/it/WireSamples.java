package org.tickstock.it;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The samples of the wire's pages, which are the fixtures of both sides. */
final class WireSamples {

    private static final List<String> PAGES = List.of("wire-protocol.md", "wire-market-state.md");
    private static final int FENCE = "```json\n".length();

    private WireSamples() {
    }

    /** The sample under the heading {@code ### name}. */
    static JsonObject sample(String name) {
        for (String page : PAGES) {
            String[] parts = text(page).split("\n### " + name + "\n", 2);
            String section = parts[parts.length - 1].split("\n#", 2)[0];
            int begin = section.indexOf("```json\n") + FENCE;
            if (parts.length == 2 && begin >= FENCE) {
                return Account.json(section.substring(begin, section.indexOf("```", begin)));
            }
        }
        throw new IllegalArgumentException(PAGES + " must have a sample of " + name);
    }

    private static String text(String page) {
        try {
            return Files.readString(Path.of("..", "docs", page));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The data of a frame's sample. */
    static JsonObject data(String event) {
        return sample(event).getJsonObject("data");
    }

    /**
     * Every field name with its path, as {@code counts.high_pct}. A list counts as its first element.
     */
    static Set<String> fieldsOf(JsonObject json) {
        Set<String> fields = new TreeSet<>();
        collect("", json, fields);
        return fields;
    }

    private static void collect(String path, JsonObject json, Set<String> fields) {
        json.forEach((name, value) -> {
            fields.add(path + name);
            if (value instanceof JsonObject object) {
                collect(path + name + ".", object, fields);
            } else if (value instanceof JsonArray array && !array.isEmpty()
                    && array.get(0).getValueType() == JsonValue.ValueType.OBJECT) {
                collect(path + name + "[].", array.getJsonObject(0), fields);
            }
        });
    }
}
