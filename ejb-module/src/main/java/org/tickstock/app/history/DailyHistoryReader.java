package org.tickstock.app.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.tickstock.engine.indicator.PriceBar;
import org.tickstock.engine.state.DailyHistory;

/**
 * Reads the daily bars of all symbols at once, adjusted, for the state of the market.
 *
 * <p>An imported day goes before one of our own; invented days are read only where invented ones are asked for.
 * <p>Thread: any; one connection a call, rows come by thousands.
 * <p>Errors: the database's.
 */
public final class DailyHistoryReader {

    private static final int FETCH = 20_000;
    private static final String BARS = "SELECT symbol, bar_date - DATE '1970-01-01', open::float8, high::float8, "
        + "low::float8, close::float8, adj_close::float8, volume::float8 FROM ohlcv_daily d "
        + "WHERE bar_date > ? AND bar_date <= ? AND (? OR NOT is_invented) AND (source = 'import' OR NOT EXISTS "
        + "(SELECT 1 FROM ohlcv_daily i WHERE i.symbol = d.symbol AND i.bar_date = d.bar_date "
        + "AND i.source = 'import')) " + "ORDER BY symbol, bar_date";

    private final DataSource dataSource;

    /** A reader over these connections. */
    public DailyHistoryReader(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Every symbol's bars of so many calendar days up to {@code lastDay}, that included, by symbol. */
    public Map<String, DailyHistory> read(LocalDate lastDay, int calendarDays, boolean withInvented)
            throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            // Rows come piece by piece only within a transaction.
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(BARS)) {
                statement.setFetchSize(FETCH);
                statement.setObject(1, lastDay.minusDays(calendarDays));
                statement.setObject(2, lastDay);
                statement.setBoolean(3, withInvented);
                return read(statement);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static Map<String, DailyHistory> read(PreparedStatement statement) throws SQLException {
        Map<String, DailyHistory> histories = new HashMap<>();
        String symbol = null;
        DailyHistory.Builder bars = new DailyHistory.Builder();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                String next = rows.getString(1);
                if (!next.equals(symbol)) {
                    if (symbol != null) {
                        histories.put(symbol, bars.build());
                    }
                    symbol = next;
                    bars = new DailyHistory.Builder();
                }
                PriceBar bar = new PriceBar(rows.getDouble(3), rows.getDouble(4), rows.getDouble(5), rows.getDouble(6),
                    rows.getDouble(8));
                double adjusted = rows.getDouble(7);
                if (rows.wasNull()) {
                    bars.add(rows.getInt(2), bar);
                } else {
                    bars.addAdjusted(rows.getInt(2), bar, adjusted);
                }
            }
        }
        if (symbol != null) {
            histories.put(symbol, bars.build());
        }
        return histories;
    }
}
