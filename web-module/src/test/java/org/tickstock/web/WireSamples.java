package org.tickstock.web;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The samples of the wire's pages, which are the fixtures of both sides. */
public final class WireSamples {

    private static final List<String> PAGES = List.of("wire-protocol.md", "wire-market-state.md");
    private static final int FENCE = "```json\n".length();

    private WireSamples() {
    }

    /** The sample under the heading {@code ### name}. */
    public static JsonObject sample(String name) {
        for (String page : PAGES) {
            String[] parts = text(page).split("\n### " + name + "\n", 2);
            String section = parts[parts.length - 1].split("\n#", 2)[0];
            int begin = section.indexOf("```json\n") + FENCE;
            if (parts.length == 2 && begin >= FENCE) {
                return parse(section.substring(begin, section.indexOf("```", begin)));
            }
        }
        throw new IllegalArgumentException(PAGES + " must have a sample of " + name);
    }

    /** JSON text as an object. */
    public static JsonObject parse(String json) {
        return Json.createReader(new StringReader(json)).readObject();
    }

    private static String text(String page) {
        try {
            return Files.readString(Path.of("..", "docs", page));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
