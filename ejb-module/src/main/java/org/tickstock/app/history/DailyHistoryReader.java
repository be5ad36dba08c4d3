package org.tickstock.app.history;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;
import org.tickstock.engine.indicator.PriceBar;
import org.tickstock.engine.state.DailyHistory;

/**
 * Reads the daily bars of all symbols at once, adjusted, for the state of the market.
 *
 * <p>An imported day goes before one of our own; invented days are read only where invented ones are asked for.
 * <p>Thread: any; one connection a call. Rows come by a binary COPY: a million of them a year and a market.
 * <p>Errors: the database's.
 */
public final class DailyHistoryReader {

    // Of one day the imported bar comes first, as the sources are called.
    private static final String BARS = "COPY (SELECT symbol, bar_date - DATE '1970-01-01', open, high, low, close, "
        + "adj_close, volume FROM ohlcv_daily WHERE bar_date > DATE '%s' AND bar_date <= DATE '%s' AND %s "
        + "ORDER BY symbol, bar_date, source) TO STDOUT (FORMAT binary)";

    private final DataSource dataSource;

    /** A reader over these connections. */
    public DailyHistoryReader(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Every symbol's bars of so many calendar days up to {@code lastDay}, that included, by symbol. */
    public Map<String, DailyHistory> read(LocalDate lastDay, int calendarDays, boolean withInvented)
            throws SQLException {
        String sql = BARS.formatted(lastDay.minusDays(calendarDays), lastDay,
            withInvented ? "true" : "NOT is_invented");
        try (Connection connection = dataSource.getConnection();
                PGCopyInputStream copied = new PGCopyInputStream(connection.unwrap(PGConnection.class), sql)) {
            return read(new BinaryRows(copied));
        } catch (IOException broken) {
            throw new SQLException("COPY of daily bars broke off", broken);
        }
    }

    private static Map<String, DailyHistory> read(BinaryRows rows) throws IOException {
        Map<String, DailyHistory> histories = new HashMap<>();
        DailyHistory.Builder bars = new DailyHistory.Builder();
        String symbol = null;
        int lastDay = 0;
        while (rows.next()) {
            String next = rows.text();
            int day = rows.integer();
            double open = rows.numeric();
            double high = rows.numeric();
            double low = rows.numeric();
            double close = rows.numeric();
            double adjusted = rows.numeric();
            PriceBar bar = new PriceBar(open, high, low, close, rows.numeric());
            if (!next.equals(symbol)) {
                if (symbol != null) {
                    histories.put(symbol, bars.build());
                }
                symbol = next;
                bars = new DailyHistory.Builder();
            } else if (day == lastDay) {
                continue;
            }
            lastDay = day;
            if (Double.isNaN(adjusted)) {
                bars.add(day, bar);
            } else {
                bars.addAdjusted(day, bar, adjusted);
            }
        }
        if (symbol != null) {
            histories.put(symbol, bars.build());
        }
        return histories;
    }
}
