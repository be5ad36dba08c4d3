package org.tickstock.app.endofday;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.tickstock.app.history.DayDifferences;

/**
 * What is stored of days, and what came of them.
 *
 * <p>Thread: any; a connection a call.
 * <p>Errors: the database's.
 */
final class EndOfDayTables {

    private static final String SYMBOLS =
        "SELECT DISTINCT symbol FROM ohlcv_daily WHERE bar_date = ? AND (? OR NOT is_invented)";
    private static final String COLUMNS = "SELECT trade_date, state, tracked, present, missing, compared, differing, "
        + "differences, as_of FROM end_of_days WHERE is_invented = ? ";
    private static final String KEEP = """
        INSERT INTO end_of_days AS d (trade_date, is_invented, state, tracked, present, missing, compared, differing,
            differences, as_of) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (trade_date, is_invented) DO UPDATE SET state = excluded.state, tracked = excluded.tracked,
            present = excluded.present, missing = excluded.missing, compared = excluded.compared,
            differing = excluded.differing, differences = excluded.differences, as_of = excluded.as_of
        WHERE (d.state, d.tracked, d.present, d.missing, d.compared, d.differing, d.differences) IS DISTINCT FROM
            (excluded.state, excluded.tracked, excluded.present, excluded.missing, excluded.compared,
            excluded.differing, excluded.differences)""";

    private final DataSource dataSource;
    private final boolean isInvented;

    /** Tables of real days, or of those of the synthetic market beside them. */
    EndOfDayTables(DataSource dataSource, boolean isInvented) {
        this.dataSource = dataSource;
        this.isInvented = isInvented;
    }

    /** Every symbol with a bar on this day. */
    Set<String> symbolsOn(LocalDate day) throws SQLException {
        Set<String> symbols = new HashSet<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(SYMBOLS)) {
            statement.setObject(1, day);
            statement.setBoolean(2, isInvented);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    symbols.add(rows.getString(1));
                }
            }
        }
        return symbols;
    }

    /** Where an imported bar of the day and our own differ. */
    DayDifferences differences(LocalDate day, double volumeTolerancePct) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return DayDifferences.on(day, connection, volumeTolerancePct);
        }
    }

    /** Keeps what came of a day; false where that is kept already. */
    boolean keep(EndOfDay day) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(KEEP)) {
            statement.setObject(1, day.tradeDate());
            statement.setBoolean(2, isInvented);
            statement.setString(3, day.state().name().toLowerCase(Locale.ROOT));
            statement.setInt(4, day.tracked());
            statement.setInt(5, day.present());
            statement.setArray(6, connection.createArrayOf("text", day.missing().toArray()));
            statement.setInt(7, day.compared());
            statement.setInt(8, day.differing());
            statement.setArray(9, connection.createArrayOf("text", day.differences().toArray()));
            statement.setObject(10, OffsetDateTime.ofInstant(day.asOf(), ZoneOffset.UTC));
            return statement.executeUpdate() > 0;
        }
    }

    /** The newest days first. */
    List<EndOfDay> newest(int most) throws SQLException {
        return read("ORDER BY trade_date DESC LIMIT ?", most);
    }

    /** One day. */
    Optional<EndOfDay> find(LocalDate day) throws SQLException {
        return read("AND trade_date = ?", day).stream().findFirst();
    }

    private List<EndOfDay> read(String which, Object value) throws SQLException {
        List<EndOfDay> days = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(COLUMNS + which)) {
            statement.setBoolean(1, isInvented);
            statement.setObject(2, value);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    days.add(day(rows));
                }
            }
        }
        return days;
    }

    private static EndOfDay day(ResultSet row) throws SQLException {
        Instant asOf = row.getObject("as_of", OffsetDateTime.class).toInstant();
        return new EndOfDay(row.getObject("trade_date", LocalDate.class),
            EndOfDay.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)), row.getInt("tracked"),
            row.getInt("present"), texts(row, "missing"), row.getInt("compared"), row.getInt("differing"),
            texts(row, "differences"), asOf);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
