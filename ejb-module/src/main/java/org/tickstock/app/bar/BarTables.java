package org.tickstock.app.bar;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.tickstock.app.database.Transaction;

/**
 * Writes groups of minute bars: one COPY into a staging table, a few statements from there into the tables and their
 * roll-ups, one transaction.
 *
 * <p>A group may come a second time, when nobody could tell whether its transaction was committed: that changes
 * nothing.
 * <p>Thread: the writer's.
 * <p>Errors: the database's; nothing of the group is written then.
 */
final class BarTables {

    private static final int SILENCE_MS = 30_000;

    private final DataSource dataSource;
    private final BarPartitions partitions;

    BarTables(DataSource dataSource, BarPartitions partitions) {
        this.dataSource = dataSource;
        this.partitions = partitions;
    }

    /** Writes bars of one run, none of them twice. */
    void write(BarRun run, List<BarRow> rows) throws SQLException {
        try {
            Transaction.run(dataSource, SILENCE_MS, connection -> {
                write(connection, run, rows);
                return null;
            });
        } catch (SQLException | RuntimeException fault) {
            partitions.forget();
            throw fault;
        }
    }

    /** Computes the days of all symbols on these trade dates. */
    void rollDays(Collection<LocalDate> days) throws SQLException {
        Transaction.run(dataSource, SILENCE_MS, connection -> {
            rollDays(connection, days);
            return null;
        });
    }

    /** The same in the caller's transaction. */
    static void rollDays(Connection connection, Collection<LocalDate> days) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (LocalDate day : days) {
                for (String sql : BarRollUp.DAY) {
                    statement.execute(sql.formatted(day));
                }
            }
        }
    }

    private void write(Connection connection, BarRun run, List<BarRow> rows) throws SQLException {
        Set<Instant> starts = rows.stream().map(BarRow::start).collect(Collectors.toCollection(TreeSet::new));
        partitions.prepare(connection, starts.stream()
            .map(start -> LocalDate.ofInstant(start, ZoneOffset.UTC)).collect(Collectors.toSet()));
        meet(connection, run);
        if (!rows.isEmpty()) {
            TreeSet<Instant> ordered = new TreeSet<>(starts);
            stage(connection, rows);
            settle(connection, run, ordered.first(), ordered.last().plusSeconds(60),
                rows.stream().anyMatch(BarRow::isWithdrawn));
        }
    }

    static void meet(Connection connection, BarRun run) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BarUpsert.MEET_RUN)) {
            statement.setLong(1, run.run());
            statement.setString(2, run.provider());
            statement.setBoolean(3, run.isInvented());
            statement.setLong(4, run.heardFromNs());
            statement.setLong(5, run.heardToNs());
            statement.executeUpdate();
        }
    }

    /** Stages bars, which the next statements then bring into the tables. */
    static void stage(Connection connection, List<BarRow> rows) throws SQLException {
        StringBuilder lines = new StringBuilder(rows.size() * 128);
        rows.forEach(row -> row.appendTo(lines));
        stage(connection, lines);
    }

    /** Stages lines of COPY's text format. */
    static void stage(Connection connection, CharSequence lines) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(BarUpsert.STAGE);
            connection.unwrap(PGConnection.class).getCopyAPI()
                .copyIn(BarUpsert.COPY, new StringReader(lines.toString()));
            statement.execute("ANALYZE bars_in");
        } catch (IOException broken) {
            throw new SQLException("COPY of minute bars broke off", broken);
        }
    }

    private static void settle(Connection connection, BarRun run, Instant from, Instant to, boolean hasWithdrawn)
            throws SQLException {
        ofRun(connection, between(BarUpsert.JUDGE, from, to), run);
        try (Statement statement = connection.createStatement()) {
            statement.execute(BarUpsert.FORGET_WHAT_IS_KEPT);
            if (hasWithdrawn) {
                statement.execute(between(BarUpsert.WITHDRAW, from, to));
            }
        }
        ofRun(connection, BarUpsert.UPSERT, run);
        rollUp(connection, from, to, hasWithdrawn);
    }

    /** Computes five minutes and hours of the staged minutes, which lie in [from, to). */
    static void rollUp(Connection connection, Instant from, Instant to, boolean hasWithdrawn) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < BarRollUp.STATEMENTS.size(); i++) {
                long seconds = BarRollUp.LENGTHS_S.get(i);
                Instant first = Instant.ofEpochSecond(Math.floorDiv(from.getEpochSecond(), seconds) * seconds);
                Instant end = Instant.ofEpochSecond(-Math.floorDiv(-to.getEpochSecond(), seconds) * seconds);
                if (hasWithdrawn) {
                    statement.execute(between(BarRollUp.FORGET_EMPTY.get(i), first, end));
                }
                statement.execute(between(BarRollUp.STATEMENTS.get(i), first, end));
            }
        }
    }

    /**
     * Bounds stand in the text, not as parameters, so that other days' partitions are not even looked at, and as narrow
     * as may be, so that what the day has brought so far need not be read.
     */
    private static String between(String sql, Instant from, Instant to) {
        return sql.formatted("TIMESTAMPTZ '" + from + "'", "TIMESTAMPTZ '" + to + "'");
    }

    static void ofRun(Connection connection, String sql, BarRun run) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, run.run());
            statement.executeUpdate();
        }
    }
}
