package org.tickstock.app.history;

import static org.tickstock.app.json.JsonFactory.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The record of imports, and of what is in whole.
 *
 * <p>Thread: any; a connection for each call, but where one is given.
 */
final class ImportTables {

    /** Stands for every symbol of a file. */
    static final String ALL_SYMBOLS = "*";

    private static final String COLUMNS = "SELECT id, kind, origin, state, started_at, finished_at, rows_read, "
        + "rows_changed, rows_refused, trouble, report FROM history_imports ";

    private final DataSource dataSource;

    ImportTables(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** An import begins; those that a killed server left are told as failed. */
    long begin(String kind, String origin) throws SQLException {
        return number("WITH left_over AS (UPDATE history_imports SET state = 'failed', finished_at = now(), "
            + "trouble = 'the server was stopped meanwhile' WHERE state = 'running') "
            + "INSERT INTO history_imports (kind, origin) VALUES (?, ?) RETURNING id", kind, origin);
    }

    /** An import has ended. */
    void end(long id, String state, ImportReport report, long changed, String trouble) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("UPDATE history_imports SET state = ?, "
                    + "finished_at = now(), rows_read = ?, rows_changed = ?, rows_refused = ?, trouble = ?, "
                    + "report = ?::jsonb WHERE id = ?")) {
            statement.setString(1, state);
            statement.setLong(2, report.rows());
            statement.setLong(3, changed);
            statement.setLong(4, report.refused());
            statement.setString(5, trouble);
            statement.setString(6, report.json().toString());
            statement.setLong(7, id);
            statement.executeUpdate();
        }
    }

    /** Whether this chunk is in, whole. */
    boolean isIn(String timeframe, String symbol, String chunk) throws SQLException {
        return number("SELECT count(*) FROM history_chunks WHERE timeframe = ? AND symbol = ? AND chunk = ?",
            timeframe, symbol, chunk) > 0;
    }

    /** Notes within the transaction that brings it that a chunk is in. */
    static void note(Connection connection, String timeframe, String symbol, String chunk, long importId, long rows)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO history_chunks "
                + "(timeframe, symbol, chunk, import_id, row_count) VALUES (?, ?, ?, ?, ?) "
                + "ON CONFLICT (timeframe, symbol, chunk) DO UPDATE SET import_id = excluded.import_id, "
                + "row_count = excluded.row_count, created_at = now()")) {
            statement.setString(1, timeframe);
            statement.setString(2, symbol);
            statement.setString(3, chunk);
            statement.setLong(4, importId);
            statement.setLong(5, rows);
            statement.executeUpdate();
        }
    }

    /** The newest imports first, without their reports. */
    JsonArray newest(int limit) throws SQLException {
        JsonArrayBuilder imports = JSON.createArrayBuilder();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(COLUMNS + "ORDER BY id DESC LIMIT ?")) {
            statement.setInt(1, limit);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    imports.add(json(rows));
                }
            }
        }
        return imports.build();
    }

    /** One import with its report. */
    Optional<JsonObject> find(long id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(COLUMNS + "WHERE id = ?")) {
            statement.setLong(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                JsonObjectBuilder json = json(rows);
                String report = rows.getString("report");
                if (report == null) {
                    return Optional.of(json.addNull("report").build());
                }
                try (JsonReader reader = JSON.createReader(new StringReader(report))) {
                    return Optional.of(json.add("report", reader.readObject()).build());
                }
            }
        }
    }

    private static JsonObjectBuilder json(ResultSet row) throws SQLException {
        JsonObjectBuilder json = JSON.createObjectBuilder()
            .add("id", row.getLong("id"))
            .add("kind", row.getString("kind"))
            .add("origin", row.getString("origin"))
            .add("state", row.getString("state"));
        for (String time : new String[] {"started_at", "finished_at"}) {
            OffsetDateTime at = row.getObject(time, OffsetDateTime.class);
            if (at == null) {
                json.addNull(time);
            } else {
                json.add(time, at.toInstant().toString());
            }
        }
        json.add("rows_read", row.getLong("rows_read"))
            .add("rows_changed", row.getLong("rows_changed"))
            .add("rows_refused", row.getLong("rows_refused"));
        String trouble = row.getString("trouble");
        return trouble == null ? json.addNull("trouble") : json.add("trouble", trouble);
    }

    private long number(String sql, String... values) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }
}
