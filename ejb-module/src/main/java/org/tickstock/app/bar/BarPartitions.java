package org.tickstock.app.bar;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The partitions that minute bars go into, a UTC day each, and those of the roll-ups, a month each: made when the first
 * bar of their time comes, dropped when they are older than what is kept.
 *
 * <p>Age is counted back from the newest bar of the round, not from today: a tape of years ago must not drop itself.
 * Where TimescaleDB is there it makes the partitions, and only the dropping is asked of it.
 * <p>Thread: the writer's.
 */
final class BarPartitions {

    private static final Logger LOG = System.getLogger(BarPartitions.class.getName());
    private static final DateTimeFormatter NAME = DateTimeFormatter.BASIC_ISO_DATE;
    private static final String HAS_TIMESCALE = "SELECT 1 FROM pg_extension WHERE extname = 'timescaledb'";

    /** A partitioned table: how long its partitions are, and how long they are kept. */
    private record Kept(String table, boolean byMonth, int days) {

        LocalDate startOf(LocalDate day) {
            return byMonth ? day.withDayOfMonth(1) : day;
        }

        LocalDate endOf(LocalDate start) {
            UnaryOperator<LocalDate> next = byMonth ? each -> each.plusMonths(1) : each -> each.plusDays(1);
            return next.apply(start);
        }
    }

    private final List<Kept> tables;
    private final Set<LocalDate> prepared = new HashSet<>();
    private Boolean hasTimescale;
    private LocalDate newest = LocalDate.MIN;

    BarPartitions(int minuteDays, int rollUpDays) {
        tables = List.of(new Kept("ohlcv_1min", false, minuteDays), new Kept("ohlcv_5min", true, rollUpDays),
            new Kept("ohlcv_hourly", true, rollUpDays));
    }

    /** Makes the tables ready for bars of these UTC days, in transactions of its own; cheap when they are already. */
    void prepare(Connection connection, Collection<LocalDate> days) throws SQLException {
        if (prepared.containsAll(days)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            if (hasTimescale == null) {
                try (ResultSet found = statement.executeQuery(HAS_TIMESCALE)) {
                    hasTimescale = found.next();
                }
            }
            // A reader that holds a table for long must not hold up everyone else behind the writer.
            statement.execute("SET LOCAL lock_timeout = '5s'");
            if (!hasTimescale) {
                for (LocalDate day : new TreeSet<>(days)) {
                    make(statement, day);
                }
            }
        }
        connection.commit();
        prepared.addAll(days);
        LocalDate latest = new TreeSet<>(days).last();
        if (latest.isAfter(newest)) {
            newest = latest;
            dropOld(connection);
        }
    }

    /** After a fault nothing is taken for granted. */
    void forget() {
        prepared.clear();
    }

    private void make(Statement statement, LocalDate day) throws SQLException {
        for (Kept kept : tables) {
            LocalDate start = kept.startOf(day);
            statement.execute("CREATE TABLE IF NOT EXISTS " + kept.table() + '_' + NAME.format(start)
                + " PARTITION OF " + kept.table() + " FOR VALUES FROM ('" + start + " 00:00Z') TO ('"
                + kept.endOf(start) + " 00:00Z')");
        }
    }

    /** Needs the tables for itself, which a long reader may hold; then it is tried again with the next day. */
    private void dropOld(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL lock_timeout = '2s'");
            for (Kept kept : tables) {
                LocalDate oldest = newest.minusDays(kept.days());
                if (hasTimescale) {
                    statement.execute(
                        "SELECT drop_chunks('" + kept.table() + "', TIMESTAMPTZ '" + oldest + " 00:00Z')");
                } else {
                    dropPartitions(statement, kept, oldest);
                }
            }
            connection.commit();
        } catch (SQLException busy) {
            connection.rollback();
            LOG.log(Level.WARNING, "old bars not dropped, tried again with the next day reason={0}", busy.getMessage());
        }
    }

    private static void dropPartitions(Statement statement, Kept kept, LocalDate oldest) throws SQLException {
        List<String> old = new ArrayList<>();
        String prefix = kept.table() + '_';
        try (ResultSet names = statement.executeQuery("SELECT c.relname FROM pg_inherits i JOIN pg_class c "
            + "ON c.oid = i.inhrelid WHERE i.inhparent = '" + kept.table() + "'::regclass AND c.relname ~ '^" + prefix
            + "[0-9]{8}$' ORDER BY 1")) {
            while (names.next()) {
                String name = names.getString(1);
                LocalDate start = LocalDate.parse(name.substring(prefix.length()), NAME);
                if (!kept.endOf(start).isAfter(oldest)) {
                    old.add(name);
                }
            }
        }
        for (String name : old) {
            statement.execute("DROP TABLE " + name);
            LOG.log(Level.INFO, "old bars dropped partition={0} oldestKept={1}", name, oldest);
        }
    }
}
