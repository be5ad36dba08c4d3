package org.tickstock.engine.state;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Rows of a CSV file by column; fields in quotes may hold commas. */
final class Table {

    private Table() {
    }

    static List<Map<String, String>> read(Path file) {
        List<Map<String, String>> rows = new ArrayList<>();
        try (BufferedReader text = new BufferedReader(new InputStreamReader(file.toString().endsWith(".gz")
                ? new GZIPInputStream(Files.newInputStream(file)) : Files.newInputStream(file),
                StandardCharsets.UTF_8))) {
            String first = text.readLine();
            List<String> header = first == null ? List.of() : split(first);
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                List<String> fields = split(line);
                Map<String, String> row = new LinkedHashMap<>();
                for (int at = 0; at < header.size(); at++) {
                    row.put(header.get(at), fields.get(at));
                }
                rows.add(row);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("table must be readable: " + file, unreadable);
        }
        return rows;
    }

    private static List<String> split(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
