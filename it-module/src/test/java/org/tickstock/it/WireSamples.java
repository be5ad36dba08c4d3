package org.tickstock.it;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The samples of docs/wire-protocol.md, which are the fixtures of both sides. */
final class WireSamples {

    private static final Path PAGE = Path.of("..", "docs", "wire-protocol.md");

    private WireSamples() {
    }

    /** The sample under the heading {@code ### name}. */
    static JsonObject sample(String name) {
        try {
            Matcher matcher = Pattern.compile("### " + name + "\\n.*?```json\\n(.*?)```", Pattern.DOTALL)
                    .matcher(Files.readString(PAGE));
            if (!matcher.find()) {
                throw new IllegalArgumentException("wire-protocol.md must have a sample of " + name);
            }
            return Account.json(matcher.group(1));
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
