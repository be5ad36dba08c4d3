package org.tickstock.app.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.tickstock.engine.state.MarketConditions;
import org.tickstock.engine.state.MarketConditions.Level;
import org.tickstock.engine.state.MarketConditions.Regime;
import org.tickstock.engine.state.MarketConditions.Trend;
import org.tickstock.engine.state.StateMoment;

/**
 * Reads a row of market_conditions.
 *
 * <p>Thread: stateless.
 */
final class ConditionsRow {

    private ConditionsRow() {
    }

    static ConditionsAt of(ResultSet row) throws SQLException {
        MarketConditions conditions = new MarketConditions(row.getString("benchmark"), number(row, "benchmark_pct"),
            number(row, "volatility_pct"), number(row, "volatility_percentile"), Level.UNKNOWN,
            Trend.valueOf(row.getString("trend")), number(row, "trend_strength"), number(row, "volume_ratio"),
            Level.UNKNOWN, Regime.valueOf(row.getString("regime")));
        return new ConditionsAt(row.getString("universe"),
            row.getObject("market_time", OffsetDateTime.class).toInstant(), day(row, "trade_date"),
            day(row, "previous_date"), row.getBoolean("is_forming"), number(row, "advance_pct"), conditions);
    }

    private static double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }

    private static int day(ResultSet row, String column) throws SQLException {
        LocalDate date = row.getObject(column, LocalDate.class);
        return date == null ? StateMoment.NO_DAY : Math.toIntExact(date.toEpochDay());
    }
}
