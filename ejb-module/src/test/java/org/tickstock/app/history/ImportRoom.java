package org.tickstock.app.history;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.tickstock.app.database.TestDatabase;

/** What tests of imports read: reports, and rows as texts. */
final class ImportRoom {

    private ImportRoom() {
    }

    /** The first findings of a kind. */
    static List<String> first(JsonObject told, String kind) {
        return told.getJsonObject("report").getJsonObject(kind).getJsonArray("first").getValuesAs(JsonString.class)
            .stream().map(JsonString::getString).toList();
    }

    /** What the record of imports says of one. */
    static JsonObject told(TestDatabase database, long id) throws SQLException {
        return new ImportTables(database.dataSource()).find(id).orElseThrow();
    }

    /** Each row as one text. */
    static List<String> select(TestDatabase database, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    cells.add(rows.getString(i));
                }
                texts.add(String.join(" ", cells));
            }
        }
        return texts;
    }
}
