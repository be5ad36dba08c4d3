package org.tickstock.app.state;

import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.tickstock.app.database.Transaction;
import org.tickstock.engine.state.Stage;
import org.tickstock.engine.state.StageChange;
import org.tickstock.engine.state.StateMoment;

/**
 * Writes and reads the history of stages and of conditions, of the real market or of the synthetic one.
 *
 * <p>Thread: any; a connection for each call.
 * <p>Errors: the database's; of what was to be written nothing is then.
 */
final class StateTables {

    private static final int SILENCE_MS = 30_000;
    private static final int PATIENCE_S = 5;
    private static final String FORGET = """
        DELETE FROM stage_history h USING unnest(?::varchar[], ?::date[]) AS gone (symbol, changed_on)
        WHERE h.symbol = gone.symbol AND h.changed_on = gone.changed_on AND h.is_invented = ?""";
    private static final String STAGES = """
        INSERT INTO stage_history (is_invented, symbol, changed_on, stage, previous, since)
        SELECT ?, * FROM unnest(?::varchar[], ?::date[], ?::varchar[], ?::varchar[], ?::date[])
        ON CONFLICT (symbol, is_invented, changed_on) DO UPDATE
        SET stage = EXCLUDED.stage, previous = EXCLUDED.previous, since = EXCLUDED.since""";
    private static final String LINES = """
        SELECT symbol, changed_on, stage, previous, since FROM stage_history
        WHERE is_invented = ? AND symbol = ANY (?) AND changed_on >= ? AND changed_on <= ?
        ORDER BY changed_on DESC, symbol LIMIT ?""";
    private static final String CONDITIONS = """
        INSERT INTO market_conditions (universe, is_invented, market_time, trade_date, previous_date, is_forming,
            benchmark, benchmark_pct, advance_pct, regime, trend, trend_strength, volatility_pct,
            volatility_percentile, volume_ratio)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (universe, is_invented, market_time) DO UPDATE
        SET trade_date = EXCLUDED.trade_date, previous_date = EXCLUDED.previous_date,
            is_forming = EXCLUDED.is_forming, benchmark = EXCLUDED.benchmark,
            benchmark_pct = EXCLUDED.benchmark_pct, advance_pct = EXCLUDED.advance_pct, regime = EXCLUDED.regime,
            trend = EXCLUDED.trend, trend_strength = EXCLUDED.trend_strength,
            volatility_pct = EXCLUDED.volatility_pct, volatility_percentile = EXCLUDED.volatility_percentile,
            volume_ratio = EXCLUDED.volume_ratio""";
    private static final String FORGET_MINUTES = """
        DELETE FROM market_conditions WHERE universe = ? AND is_invented = ? AND market_time < ? AND is_forming""";
    private static final String MINUTES = """
        SELECT * FROM market_conditions WHERE universe = ? AND is_invented = ? AND trade_date >= ? AND trade_date <= ?
        ORDER BY market_time DESC LIMIT ?""";
    private static final String CLOSES = """
        SELECT DISTINCT ON (trade_date) * FROM market_conditions
        WHERE universe = ? AND is_invented = ? AND trade_date >= ? AND trade_date <= ? AND NOT is_forming
        ORDER BY trade_date DESC, market_time DESC LIMIT ?""";

    private final DataSource dataSource;
    private final boolean isInvented;

    StateTables(DataSource dataSource, boolean isInvented) {
        this.dataSource = dataSource;
        this.isInvented = isInvented;
    }

    /** Puts lines in the place of others; one that is there already becomes as it is given. */
    void write(List<StageLine> gone, List<StageLine> lines) throws SQLException {
        Transaction.run(dataSource, SILENCE_MS, connection -> {
            if (!gone.isEmpty()) {
                forget(connection, gone);
            }
            return lines.isEmpty() ? 0 : insert(connection, lines);
        });
    }

    /** Writes the conditions of a minute, over those that were written of it before. */
    void write(ConditionsAt at) throws SQLException {
        Transaction.run(dataSource, SILENCE_MS, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(CONDITIONS)) {
                Object[] values = {at.universe(), isInvented, at.marketTime().atOffset(ZoneOffset.UTC), date(at.day()),
                    at.previousDay() == StateMoment.NO_DAY ? null : date(at.previousDay()), at.forming(),
                    at.conditions().benchmark(), known(at.conditions().benchmarkPct()), known(at.advancePct()),
                    at.conditions().regime().name(), at.conditions().trend().name(), known(at.conditions().strength()),
                    known(at.conditions().volatilityPct()), known(at.conditions().volatilityPercentile()),
                    known(at.conditions().volumeRatio())};
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                return statement.executeUpdate();
            }
        });
    }

    /** Forgets the minutes before a UTC day, but not how days closed; tells how many. */
    int forgetMinutes(String universe, LocalDate before) throws SQLException {
        return Transaction.run(dataSource, SILENCE_MS, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FORGET_MINUTES)) {
                statement.setString(1, universe);
                statement.setBoolean(2, isInvented);
                statement.setObject(3, before.atStartOfDay().atOffset(ZoneOffset.UTC));
                return statement.executeUpdate();
            }
        });
    }

    /** Lines of these symbols, the newest first. */
    List<StageLine> lines(Collection<String> symbols, LocalDate from, LocalDate to, int limit) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(LINES)) {
            statement.setQueryTimeout(PATIENCE_S);
            statement.setBoolean(1, isInvented);
            statement.setArray(2, connection.createArrayOf("varchar", symbols.toArray()));
            statement.setObject(3, from);
            statement.setObject(4, to);
            statement.setInt(5, limit);
            List<StageLine> lines = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    lines.add(new StageLine(row.getString(1), new StageChange(day(row, 2), stage(row.getString(3)),
                        stage(row.getString(4)), day(row, 5))));
                }
            }
            return lines;
        }
    }

    /** Minutes of these days, the newest first. */
    List<ConditionsAt> minutes(String universe, LocalDate from, LocalDate to, int limit) throws SQLException {
        return conditions(MINUTES, universe, from, to, limit);
    }

    /** These days as they closed, the newest first. */
    List<ConditionsAt> closes(String universe, LocalDate from, LocalDate to, int limit) throws SQLException {
        return conditions(CLOSES, universe, from, to, limit);
    }

    private List<ConditionsAt> conditions(String sql, String universe, LocalDate from, LocalDate to, int limit)
            throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(PATIENCE_S);
            statement.setString(1, universe);
            statement.setBoolean(2, isInvented);
            statement.setObject(3, from);
            statement.setObject(4, to);
            statement.setInt(5, limit);
            List<ConditionsAt> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(ConditionsRow.of(row));
                }
            }
            return rows;
        }
    }

    private void forget(Connection connection, List<StageLine> gone) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
            statement.setArray(1, array(connection, "varchar", gone, StageLine::symbol));
            statement.setArray(2, array(connection, "date", gone, line -> date(line.change().day())));
            statement.setBoolean(3, isInvented);
            statement.executeUpdate();
        }
    }

    private int insert(Connection connection, List<StageLine> lines) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STAGES)) {
            statement.setBoolean(1, isInvented);
            statement.setArray(2, array(connection, "varchar", lines, StageLine::symbol));
            statement.setArray(3, array(connection, "date", lines, line -> date(line.change().day())));
            statement.setArray(4, array(connection, "varchar", lines, line -> line.change().stage().code()));
            statement.setArray(5, array(connection, "varchar", lines, line -> line.change().previous().code()));
            statement.setArray(6, array(connection, "date", lines, line -> date(line.change().sinceDay())));
            return statement.executeUpdate();
        }
    }

    private static Array array(Connection connection, String type, List<StageLine> lines,
            Function<StageLine, Object> value) throws SQLException {
        return connection.createArrayOf(type, lines.stream().map(value).toArray());
    }

    private static Date date(int day) {
        return Date.valueOf(LocalDate.ofEpochDay(day));
    }

    private static Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static int day(ResultSet row, int column) throws SQLException {
        return Math.toIntExact(row.getObject(column, LocalDate.class).toEpochDay());
    }

    private static Stage stage(String code) {
        return Stage.coded(code).orElseThrow(
            () -> new IllegalStateException("stage_history must hold stages, was " + code));
    }
}
