package org.tickstock.app.journal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.tickstock.app.database.Transaction;
import org.tickstock.engine.time.EpochClock;

/**
 * Writes groups of records: each group is one COPY in one transaction, and each event gets there once.
 *
 * <p>A group may come a second time, when nobody could tell whether its transaction was committed: what the database
 * already has is left out, by the greatest offset it holds of that log.
 * <p>Thread: the writer's.
 * <p>Errors: the database's; nothing of the group is written then.
 */
final class JournalTables {

    private static final int SILENCE_MS = 10_000;
    private static final long NS_PER_S = 1_000_000_000L;
    private static final String SEEN = "INSERT INTO event_epochs (epoch) VALUES (?) ON CONFLICT (epoch) DO NOTHING";
    private static final String GREATEST = "SELECT max(log_offset) FROM event_journal WHERE epoch = ?";
    private static final String LOST = "INSERT INTO event_journal_gaps (epoch, from_offset, to_offset) "
        + "VALUES (?, ?, ?) ON CONFLICT (epoch, from_offset) DO UPDATE "
        + "SET to_offset = greatest(event_journal_gaps.to_offset, excluded.to_offset)";
    private static final String ENDED = "UPDATE event_epochs SET last_offset = ? WHERE epoch = ?";

    private final DataSource dataSource;
    private final JournalPartitions partitions;
    private final EpochClock clock;
    /** Greatest offset that the database holds, by log; empty where that must be asked first. */
    private final Map<Long, Long> greatest = new HashMap<>();

    JournalTables(DataSource dataSource, JournalPartitions partitions, EpochClock clock) {
        this.dataSource = dataSource;
        this.partitions = partitions;
        this.clock = clock;
    }

    /** Writes the group and returns how many events were new to the database. */
    int write(List<JournalRecord> records) throws SQLException {
        try {
            List<JournalRecord.Row> rows =
                Transaction.run(dataSource, SILENCE_MS, connection -> write(connection, records));
            rows.forEach(row -> greatest.merge(row.epoch(), row.offset(), Math::max));
            return rows.size();
        } catch (SQLException | RuntimeException fault) {
            greatest.clear();
            partitions.forget();
            throw fault;
        }
    }

    private List<JournalRecord.Row> write(Connection connection, List<JournalRecord> records) throws SQLException {
        LocalDate today = LocalDate.ofInstant(Instant.ofEpochSecond(clock.nowNs() / NS_PER_S), ZoneOffset.UTC);
        partitions.prepare(connection, today);
        for (JournalRecord record : records) {
            meet(connection, record.epoch());
        }
        List<JournalRecord.Row> rows = records.stream()
            .filter(JournalRecord.Row.class::isInstance).map(JournalRecord.Row.class::cast)
            .filter(row -> row.offset() > greatest.get(row.epoch()))
            .toList();
        if (!rows.isEmpty()) {
            copy(connection, CopyRows.of(rows, today));
        }
        for (JournalRecord record : records) {
            note(connection, record);
        }
        return rows;
    }

    private void meet(Connection connection, long epoch) throws SQLException {
        if (greatest.containsKey(epoch)) {
            return;
        }
        update(connection, SEEN, epoch);
        try (PreparedStatement statement = connection.prepareStatement(GREATEST)) {
            statement.setLong(1, epoch);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                greatest.put(epoch, result.getLong(1));
            }
        }
    }

    private static void copy(Connection connection, byte[] rows) throws SQLException {
        try {
            connection.unwrap(PGConnection.class).getCopyAPI()
                .copyIn(CopyRows.STATEMENT, new ByteArrayInputStream(rows));
        } catch (IOException broken) {
            throw new SQLException("COPY into event_journal broke off", broken);
        }
    }

    private static void note(Connection connection, JournalRecord record) throws SQLException {
        if (record instanceof JournalRecord.Lost lost) {
            update(connection, LOST, lost.epoch(), lost.from(), lost.to());
        } else if (record instanceof JournalRecord.End end) {
            update(connection, ENDED, end.lastOffset(), end.epoch());
        }
    }

    private static void update(Connection connection, String sql, long... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setLong(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
