package org.tickstock.app.analytics;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.tickstock.app.database.Transaction;
import org.tickstock.engine.analytics.GaugeReading;
import org.tickstock.engine.analytics.PressureBoard;
import org.tickstock.engine.collect.SymbolCounts;
import org.tickstock.engine.event.EventOrigin;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.SessionCalendar;
import org.tickstock.engine.market.SessionSpan;
import org.tickstock.engine.market.SymbolTable;

/**
 * Writes counts and gauges, all of a round in one transaction, and reads counts of a day.
 *
 * <p>Thread: the sync's.
 * <p>Errors: the database's; nothing of the round is written then.
 */
final class AnalyticsTables {

    private static final String FORGET = """
        DELETE FROM symbol_session_counts WHERE provider = ? AND session_date = ? AND market_session = ?""";
    private static final String COUNTS = """
        INSERT INTO symbol_session_counts (provider, session_date, market_session, symbol, high_count, low_count)
        SELECT ?, * FROM unnest(?::date[], ?::varchar[], ?::varchar[], ?::integer[], ?::integer[])
        ON CONFLICT (provider, session_date, market_session, symbol) DO UPDATE
        SET high_count = EXCLUDED.high_count, low_count = EXCLUDED.low_count, last_updated = now()""";
    private static final String DAY = """
        SELECT market_session, symbol, high_count, low_count FROM symbol_session_counts
        WHERE provider = ? AND session_date = ?""";
    private static final String READING = """
        INSERT INTO market_analytics (data_source, epoch, session_date, market_session, window_start_time,
            window_end_time, net_score, current_net_score, current_activity_level, current_buying_count,
            current_selling_count, current_activity_count, ema_net_score_gauge, ema_net_score_vertical,
            ema_buying_ratio, avg_net_score_60sec, avg_net_score_300sec, avg_activity_count_60sec, trades_per_minute,
            session_total_calculations, total_universe_size)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (epoch, window_start_time) DO NOTHING""";
    private static final long MICROS = 1_000_000L;
    private static final int SILENCE_MS = 30_000;

    private final DataSource dataSource;
    private final SymbolTable symbols;
    private final SessionCalendar calendar;
    private final String provider;
    private final long epoch;
    private final boolean beginsAnew;
    private final Set<Integer> begun = new HashSet<>();

    /**
     * Tables of one run.
     *
     * @param beginsAnew whether the run plays its sessions from their beginning, so that what another run had counted
     *     of them is no part of them
     */
    AnalyticsTables(DataSource dataSource, SymbolTable symbols, SessionCalendar calendar, String provider, long epoch,
            boolean beginsAnew) {
        this.dataSource = dataSource;
        this.symbols = symbols;
        this.calendar = calendar;
        this.provider = provider;
        this.epoch = epoch;
        this.beginsAnew = beginsAnew;
    }

    /** Writes one round; returns how many rows of counts. */
    int write(List<SymbolCounts> counts, List<GaugeReading> readings) throws SQLException {
        Set<Integer> sessions = new HashSet<>();
        counts.forEach(row -> sessions.add(row.sessionKey()));
        sessions.removeAll(begun);
        Transaction.run(dataSource, SILENCE_MS, connection -> {
            if (beginsAnew) {
                forget(connection, sessions);
            }
            writeCounts(connection, counts);
            writeReadings(connection, readings);
            return null;
        });
        begun.addAll(sessions);
        return counts.size();
    }

    /** What was counted of a trade date; symbols that are not known any more are left out. */
    List<SymbolCounts> read(LocalDate date) throws SQLException {
        List<SymbolCounts> rows = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(DAY)) {
            statement.setString(1, provider);
            statement.setDate(2, Date.valueOf(date));
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    int symbolId = symbols.idOf(found.getString(2));
                    if (symbolId != SymbolTable.UNKNOWN) {
                        rows.add(new SymbolCounts(EventOrigin.sessionKeyOf(Math.toIntExact(date.toEpochDay()),
                            MarketSession.valueOf(found.getString(1))), symbolId, found.getInt(3), found.getInt(4)));
                    }
                }
            }
        }
        return rows;
    }

    private void forget(Connection connection, Set<Integer> sessionKeys) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
            for (int key : sessionKeys) {
                SymbolCounts any = new SymbolCounts(key, 0, 0, 0);
                statement.setString(1, provider);
                statement.setDate(2, Date.valueOf(LocalDate.ofEpochDay(any.tradeDay())));
                statement.setString(3, any.session().name());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void writeCounts(Connection connection, List<SymbolCounts> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(COUNTS)) {
            statement.setString(1, provider);
            statement.setArray(2, connection.createArrayOf("date", rows.stream()
                .map(row -> Date.valueOf(LocalDate.ofEpochDay(row.tradeDay()))).toArray()));
            statement.setArray(3, connection.createArrayOf("varchar", rows.stream()
                .map(row -> row.session().name()).toArray()));
            statement.setArray(4, connection.createArrayOf("varchar", rows.stream()
                .map(row -> symbols.tickerOf(row.symbolId())).toArray()));
            statement.setArray(5, connection.createArrayOf("integer", rows.stream()
                .map(SymbolCounts::highs).toArray()));
            statement.setArray(6, connection.createArrayOf("integer", rows.stream()
                .map(SymbolCounts::lows).toArray()));
            statement.executeUpdate();
        }
    }

    private void writeReadings(Connection connection, List<GaugeReading> readings) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READING)) {
            for (GaugeReading reading : readings) {
                bind(statement, reading);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void bind(PreparedStatement statement, GaugeReading reading) throws SQLException {
        long startNs = reading.window().startNs();
        SessionSpan span = calendar.spanAt(startNs);
        Object[] values = {
            provider, epoch, Date.valueOf(LocalDate.ofEpochDay(span.tradeDay())), span.session().name(),
            Timestamp.from(Instant.ofEpochSecond(0, startNs)),
            Timestamp.from(Instant.ofEpochSecond(0, startNs + PressureBoard.WINDOW_NS)),
            reading.window().netScore(), reading.clampedNet(), reading.level().wireName(),
            reading.window().buyMicros() / MICROS, reading.window().sellMicros() / MICROS,
            reading.window().activity(), reading.gauge(), reading.vertical(), reading.buyingPct(),
            reading.net60(), reading.net300(), reading.activity60(), reading.tradesPerMinute(),
            reading.windows(), reading.symbols()};
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
