package org.tickstock.app.bar;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;

/**
 * Reads the tables of bars.
 *
 * <p>Thread: any; a connection for each call.
 * <p>Errors: the database's, within seconds.
 */
final class BarReader {

    private static final int PATIENCE_S = 5;
    private static final int MICRO_DIGITS = 6;
    private static final String PRICES = "open, high, low, close, volume, trades, is_exact, ";
    private static final String OF_SYMBOL = " WHERE symbol = ? AND ts >= ? AND ts < ? ORDER BY ts DESC LIMIT ?";
    private static final String MINUTES = "SELECT ts, session, " + PRICES + "state, r.is_invented, m.run, revision, "
        + "heard_to_ns, base_open, base_high, base_low, base_close, base_volume, base_trades "
        + "FROM ohlcv_1min m JOIN bar_runs r ON r.run = m.run" + OF_SYMBOL;
    private static final String ROLLED_UP =
        "SELECT ts, session, " + PRICES + "'' AS state, is_invented FROM %s" + OF_SYMBOL;
    // An imported day has been looked over by its vendor and carries splits; our own stands until it is there.
    private static final String DAYS = "SELECT bar_date::timestamp AT TIME ZONE 'UTC' AS ts, 'REGULAR' AS session, "
        + PRICES + "source AS state, is_invented, adj_close FROM (SELECT DISTINCT ON (bar_date) * FROM ohlcv_daily "
        + "WHERE symbol = ? AND bar_date >= ? AND bar_date < ? ORDER BY bar_date DESC, source) d "
        + "ORDER BY bar_date DESC LIMIT ?";

    private final DataSource dataSource;

    BarReader(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Minutes that begin in [from, to), the newest that fit, oldest first. */
    List<StoredMinute> minutes(String symbol, Instant from, Instant to, int limit) throws SQLException {
        return select(MINUTES, symbol, time(from), time(to), limit, row -> new StoredMinute(point(row),
            row.getLong("run"), row.getInt("revision"), base(row), row.getLong("heard_to_ns")));
    }

    /** The same of a longer timeframe. */
    List<BarPoint> bars(Timeframe timeframe, String symbol, Instant from, Instant to, int limit) throws SQLException {
        if (timeframe == Timeframe.DAY) {
            return select(DAYS, symbol, day(from), day(to.plusSeconds(86_399)), limit, BarReader::dayPoint);
        }
        return select(ROLLED_UP.formatted(timeframe.table()), symbol, time(from), time(to), limit, BarReader::point);
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> select(String sql, String symbol, Object from, Object to, int limit, Reading<T> reading)
            throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(PATIENCE_S);
            statement.setString(1, symbol);
            statement.setObject(2, from);
            statement.setObject(3, to);
            statement.setInt(4, limit);
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reading.read(result));
                }
            }
            Collections.reverse(rows);
            return rows;
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static BarPoint dayPoint(ResultSet row) throws SQLException {
        BarPoint bar = point(row);
        String state = bar.state().equals("import") ? "imported" : bar.state();
        BigDecimal adjusted = row.getBigDecimal("adj_close");
        return new BarPoint(bar.startMs(), bar.session(), bar.openMicros(), bar.highMicros(), bar.lowMicros(),
            bar.closeMicros(), bar.volumeMicros(), bar.trades(), adjusted == null ? 0 : micros(adjusted), state,
            bar.isExact(), bar.isInvented());
    }

    private static BarPoint point(ResultSet row) throws SQLException {
        return new BarPoint(row.getObject("ts", OffsetDateTime.class).toInstant().toEpochMilli(),
            row.getString("session"), micros(row.getBigDecimal("open")), micros(row.getBigDecimal("high")),
            micros(row.getBigDecimal("low")), micros(row.getBigDecimal("close")), micros(row.getBigDecimal("volume")),
            count(row, "trades"), 0, row.getString("state"), row.getBoolean("is_exact"),
            row.getBoolean("is_invented"));
    }

    private static BarPoint base(ResultSet row) throws SQLException {
        if (row.getBigDecimal("base_open") == null) {
            return null;
        }
        return new BarPoint(row.getObject("ts", OffsetDateTime.class).toInstant().toEpochMilli(),
            row.getString("session"), micros(row.getBigDecimal("base_open")), micros(row.getBigDecimal("base_high")),
            micros(row.getBigDecimal("base_low")), micros(row.getBigDecimal("base_close")),
            micros(row.getBigDecimal("base_volume")), count(row, "base_trades"), 0, row.getString("state"), false,
            row.getBoolean("is_invented"));
    }

    private static int count(ResultSet row, String column) throws SQLException {
        int count = row.getInt(column);
        return row.wasNull() ? BarPoint.NOT_COUNTED : count;
    }

    private static long micros(BigDecimal value) {
        return value.movePointRight(MICRO_DIGITS).longValueExact();
    }
}
