package org.tickstock.app.bar;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tickstock.app.database.TestDatabase;
import org.tickstock.engine.market.Tick;

/** Bars and ticks of one morning, and what the tables hold of them. */
final class BarRows {

    /** 2013-10-08, 09:30 New York. */
    static final long OPEN_NS = Instant.parse("2013-10-08T13:30:00Z").getEpochSecond() * 1_000_000_000L;

    private BarRows() {
    }

    /** Event time so many seconds after the opening. */
    static long at(double seconds) {
        return OPEN_NS + Math.round(seconds * 1_000) * 1_000_000L;
    }

    /** A trade of symbol 0, its price in USD. */
    static Tick trade(double seconds, double usd, int shares) {
        return trade(0, seconds, usd, shares);
    }

    static Tick trade(int symbolId, double seconds, double usd, int shares) {
        return new Tick().trade(symbolId, Math.round(usd * 1e6), shares * 1_000_000L, 0, at(seconds), 0);
    }

    /** The first columns of every row, separated by blanks. */
    static List<String> select(TestDatabase database, String sql) {
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
        } catch (SQLException refused) {
            throw new IllegalStateException("query must run: " + sql, refused);
        }
        return texts;
    }

    /** Minutes as: time in the day, open, high, low, close, volume, trades, state, exact. */
    static List<String> minutes(TestDatabase database) {
        return select(database, "SELECT to_char(ts AT TIME ZONE 'America/New_York', 'HH24:MI'), trim_scale(open), "
            + "trim_scale(high), trim_scale(low), trim_scale(close), trim_scale(volume), trades, state, is_exact "
            + "FROM ohlcv_1min ORDER BY symbol, ts");
    }
}
