package org.tickstock.engine.market;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Comma-separated values with a header line; fields in quotes may hold commas, doubled quotes and line ends.
 *
 * <p>Thread: immutable; may be shared.
 * <p>Errors: a missing resource or column is refused with its name.
 * <p>Source: RFC 4180.
 */
final class CsvTable {

    private final Map<String, Integer> columns = new TreeMap<>();
    private final List<List<String>> rows;

    private CsvTable(List<List<String>> lines) {
        List<String> header = lines.isEmpty() ? List.of() : lines.get(0);
        for (int i = 0; i < header.size(); i++) {
            columns.put(header.get(i), i);
        }
        rows = lines.isEmpty() ? List.of() : lines.subList(1, lines.size());
    }

    /** The table in a resource beside this class. */
    static CsvTable resource(String name) {
        try (InputStream data = CsvTable.class.getResourceAsStream(name)) {
            if (data == null) {
                throw new IllegalStateException("resource must be present: " + name);
            }
            return read(new BufferedReader(new InputStreamReader(data, StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("resource must be readable: " + name, unreadable);
        }
    }

    /** The table that {@code text} holds. */
    static CsvTable read(BufferedReader text) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        for (String line = text.readLine(); line != null; line = text.readLine()) {
            StringBuilder record = new StringBuilder(line);
            while (isOpen(record)) {
                String more = text.readLine();
                if (more == null) {
                    break;
                }
                record.append('\n').append(more);
            }
            lines.add(split(record));
        }
        return new CsvTable(lines);
    }

    int rowCount() {
        return rows.size();
    }

    /** A field without surrounding blanks; empty where the row is too short. */
    String field(int row, String column) {
        Integer index = columns.get(column);
        if (index == null) {
            throw new IllegalArgumentException("table must have the column " + column + ", was " + columns.keySet());
        }
        List<String> fields = rows.get(row);
        return index < fields.size() ? fields.get(index).strip() : "";
    }

    /** Whether a quoted field goes on in the next line: an odd number of quotes so far. */
    private static boolean isOpen(CharSequence record) {
        return record.chars().filter(c -> c == '"').count() % 2 == 1;
    }

    private static List<String> split(CharSequence record) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < record.length(); i++) {
            char c = record.charAt(i);
            if (c == '"' && quoted && i + 1 < record.length() && record.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
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
