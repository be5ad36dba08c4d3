package org.tickstock.it.fault;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tickstock.launcher.DatabaseAddress;

/**
 * The journal's tables and the universes' members as SQL tells them: the other opinion on who should have got what.
 *
 * <p>Thread: any; a connection for each call.
 */
final class EventTable {

    /**
     * One journalled event.
     *
     * @param delivery log, offset and id
     * @param isHighLow whether the {@code highlow} tracker decides who gets it, else the {@code market} one
     */
    record Row(Delivery delivery, String symbol, boolean isHighLow) {
    }

    private static final Set<String> MARKET = Set.of("trend", "surge");

    private final DatabaseAddress address;

    EventTable(DatabaseAddress address) {
        this.address = address;
    }

    /** What is journalled of this log behind one offset and up to another, in order. */
    List<Row> rows(long epoch, long after, long to) {
        return select("SELECT log_offset, id, symbol, event_type FROM event_journal "
                + "WHERE epoch = ? AND log_offset > ? AND log_offset <= ? ORDER BY log_offset, journaled_on",
                result -> new Row(new Delivery(epoch, result.getLong(1), result.getString(2).hashCode()),
                        result.getString(3), !MARKET.contains(result.getString(4))), epoch, after, to);
    }

    /** What was written down as lost there. */
    List<Hole> holes(long epoch, long after, long to) {
        return select("SELECT from_offset, to_offset FROM event_journal_gaps "
                + "WHERE epoch = ? AND to_offset > ? AND from_offset <= ?",
                result -> new Hole(epoch, Math.max(result.getLong(1), after + 1), Math.min(result.getLong(2), to)),
                epoch, after, to);
    }

    /** The greatest journalled offset of this log, 0 when there is none. */
    long last(long epoch) {
        return select("SELECT coalesce(max(log_offset), 0) FROM event_journal WHERE epoch = ?",
                result -> result.getLong(1), epoch).get(0);
    }

    /** Where this log ended, as the server wrote down when it stopped in good order; null when it did not. */
    Long end(long epoch) {
        return select("SELECT last_offset FROM event_epochs WHERE epoch = ?",
                result -> result.getObject(1, Long.class), epoch).get(0);
    }

    /** Who belongs to a universe. */
    Set<String> members(String universe) {
        return new HashSet<>(select("SELECT m.symbol FROM universe_members m JOIN universes u ON u.id = m.universe_id "
                + "WHERE u.name = ?", result -> result.getString(1), universe));
    }

    /** Whether the database answers. */
    boolean isThere() {
        try (Connection connection = connect()) {
            return connection.isValid(5);
        } catch (SQLException away) {
            return false;
        }
    }

    private interface Reading<T> {
        T read(ResultSet result) throws SQLException;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }

    private <T> List<T> select(String sql, Reading<T> reading, Object... values) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<T> read = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    read.add(reading.read(result));
                }
            }
            return read;
        } catch (SQLException fault) {
            throw new IllegalStateException("the journal cannot be read by SQL", fault);
        }
    }
}
