package org.tickstock.app.history;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads comma-separated values row by row: a header line names the columns, fields in quotes may hold commas, doubled
 * quotes and line ends.
 *
 * <p>Columns are known in lower case with an underscore for whatever is neither letter nor digit: {@code GICS Sector}
 * is {@code gics_sector}.
 *
 * <p>Thread: one reader's.
 * <p>Source: RFC 4180.
 */
final class CsvReader {

    private static final int LONGEST_ROW = 65_536;

    private final BufferedReader lines;
    private final Map<String, Integer> columns = new HashMap<>();
    private List<String> row = List.of();
    private long lineNumber;
    private long rowLine;

    /** Reads the header. */
    CsvReader(BufferedReader lines) throws IOException {
        this.lines = lines;
        if (next()) {
            for (int i = 0; i < row.size(); i++) {
                columns.putIfAbsent(named(row.get(i)), i);
            }
        }
    }

    /** Goes on to the next row that is not empty; false at the end. */
    boolean next() throws IOException {
        String line = readLine();
        while (line != null && line.isBlank()) {
            line = readLine();
        }
        if (line == null) {
            return false;
        }
        rowLine = lineNumber;
        row = line.indexOf('"') < 0 ? List.of(line.split(",", -1)) : quoted(line);
        return true;
    }

    private static String named(String heading) {
        return heading.strip().toLowerCase(Locale.ROOT).replaceAll("^[^a-z0-9]+|[^a-z0-9]+$", "")
            .replaceAll("[^a-z0-9]+", "_");
    }

    /** Names of the columns. */
    Iterable<String> columns() {
        return columns.keySet();
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    /** The field of the first of these columns that there is. */
    String field(String column, String otherwise) {
        return field(has(column) ? column : otherwise);
    }

    /** A field without surrounding blanks; empty where the row is too short or there is no such column. */
    String field(String column) {
        Integer index = columns.get(column);
        return index == null || index >= row.size() ? "" : row.get(index).strip();
    }

    /** Number of the line at which the row begins, the header being line 1. */
    long lineNumber() {
        return rowLine;
    }

    private List<String> quoted(String first) throws IOException {
        StringBuilder text = new StringBuilder(first);
        while (text.chars().filter(each -> each == '"').count() % 2 == 1 && text.length() < LONGEST_ROW) {
            String more = readLine();
            if (more == null) {
                break;
            }
            text.append('\n').append(more);
        }
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == '"' && isQuoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (each == '"') {
                isQuoted = !isQuoted;
            } else if (each == ',' && !isQuoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(each);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    private String readLine() throws IOException {
        String line = lines.readLine();
        lineNumber += line == null ? 0 : 1;
        return line;
    }
}
