package org.tickstock.app.journal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * The journal's days: today's partition and tomorrow's are there before they are needed, old ones are dropped.
 *
 * <p>Thread: the writer's.
 */
final class JournalPartitions {

    private static final Logger LOG = System.getLogger(JournalPartitions.class.getName());
    private static final String PREFIX = "event_journal_";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final String LISTED = "SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid "
        + "WHERE i.inhparent = 'event_journal'::regclass AND c.relname ~ '^event_journal_[0-9]{8}$' ORDER BY 1";

    private final int retentionDays;
    private LocalDate preparedFor;

    JournalPartitions(int retentionDays) {
        this.retentionDays = retentionDays;
    }

    /** Makes the database ready for rows of this day, in transactions of its own; cheap when it is already. */
    void prepare(Connection connection, LocalDate today) throws SQLException {
        if (today.equals(preparedFor)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            // A reader that holds the table for long must not hold up everyone else behind the writer.
            statement.execute("SET LOCAL lock_timeout = '5s'");
            make(statement, today);
        }
        connection.commit();
        preparedFor = today;
        lookAhead(connection, today);
    }

    /** Needs the table for itself, which a long reader, a backup, may hold; then it is tried again the next day. */
    private void lookAhead(Connection connection, LocalDate today) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL lock_timeout = '2s'");
            make(statement, today.plusDays(1));
            dropBefore(statement, today.minusDays(retentionDays));
            connection.commit();
        } catch (SQLException busy) {
            connection.rollback();
            LOG.log(Level.WARNING, "journal days not turned over, tried again with the next reason={0}",
                busy.getMessage());
        }
    }

    /** After a fault nothing is taken for granted. */
    void forget() {
        preparedFor = null;
    }

    private static void make(Statement statement, LocalDate day) throws SQLException {
        statement.execute("CREATE TABLE IF NOT EXISTS " + PREFIX + DAY.format(day)
            + " PARTITION OF event_journal FOR VALUES FROM ('" + day + "') TO ('" + day.plusDays(1) + "')");
    }

    private static void dropBefore(Statement statement, LocalDate oldest) throws SQLException {
        List<String> old = new ArrayList<>();
        try (ResultSet names = statement.executeQuery(LISTED)) {
            while (names.next()) {
                String name = names.getString(1);
                if (LocalDate.parse(name.substring(PREFIX.length()), DAY).isBefore(oldest)) {
                    old.add(name);
                }
            }
        }
        for (String name : old) {
            statement.execute("DROP TABLE " + name);
            LOG.log(Level.INFO, "journal day dropped partition={0} oldestKept={1}", name, oldest);
        }
        if (!old.isEmpty()) {
            String before = " < '" + oldest + "'";
            statement.execute("DELETE FROM event_journal_gaps WHERE created_at" + before);
            statement.execute("DELETE FROM event_epochs e WHERE seen_at" + before
                + " AND NOT EXISTS (SELECT 1 FROM event_journal j WHERE j.epoch = e.epoch)");
        }
    }
}
