package org.tickstock.app.journal;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.tickstock.engine.collect.Gap;
import org.tickstock.engine.event.Direction;
import org.tickstock.engine.event.EventType;

/**
 * Reads the journal's tables.
 *
 * <p>Thread: any; a connection for each call.
 * <p>Errors: the database's, within seconds.
 */
final class JournalReader {

    /**
     * A log that the journal has seen.
     *
     * @param ended whether it ended in good order
     * @param lastOffset its last offset then, else 0
     */
    record LogEnd(boolean ended, long lastOffset) {
    }

    private static final int PATIENCE_S = 5;
    private static final Map<String, EventType> TYPES = Arrays.stream(EventType.values())
        .collect(Collectors.toMap(EventType::wireName, Function.identity()));
    private static final String COLUMNS = "SELECT epoch, log_offset, id, event_type, direction, symbol, session_key, "
        + "count_change, ts_event_ns, ts_init_ns, ordinal, body FROM event_journal ";
    private static final String ROWS = COLUMNS + "WHERE epoch = ? AND log_offset > ?";
    // From the newest on, by the index on symbol, epoch and offset: an id needs no index of its own.
    private static final String BY_ID =
        COLUMNS + "WHERE symbol = ? AND id = ? ORDER BY epoch DESC, log_offset DESC LIMIT 1";
    private static final String IN_ORDER = " ORDER BY epoch, log_offset LIMIT ?";

    private final DataSource dataSource;

    JournalReader(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The rows that match, in order. */
    List<JournalRecord.Row> rows(EventQuery query) throws SQLException {
        StringBuilder sql = new StringBuilder(ROWS);
        List<Object> values = new ArrayList<>(List.of(query.epoch(), query.after()));
        add(sql, values, " AND symbol = ?", query.symbol());
        add(sql, values, " AND event_type = ?", query.type() == null ? null : query.type().wireName());
        add(sql, values, " AND ts_event_ns >= ?", query.fromNs() == Long.MIN_VALUE ? null : query.fromNs());
        add(sql, values, " AND ts_event_ns < ?", query.toNs() == Long.MAX_VALUE ? null : query.toNs());
        add(sql, values, IN_ORDER, query.limit());
        return select(sql.toString(), values, result -> {
            List<JournalRecord.Row> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row(result));
            }
            return rows;
        });
    }

    /** The newest event of this id, null when there is none; its symbol is what the id begins with. */
    JournalRecord.Row byId(String symbol, String id) throws SQLException {
        return select(BY_ID, List.of(symbol, id), result -> result.next() ? row(result) : null);
    }

    /** How the log ended, or null when the journal has never seen it. */
    LogEnd endOf(long epoch) throws SQLException {
        return select("SELECT last_offset FROM event_epochs WHERE epoch = ?", List.of(epoch), result -> {
            if (!result.next()) {
                return null;
            }
            long last = result.getLong(1);
            return new LogEnd(!result.wasNull(), last);
        });
    }

    /** The log that followed, if it is not the one that is written now or a later one. */
    OptionalLong epochAfter(long epoch, long live) throws SQLException {
        return number("SELECT min(epoch) FROM event_epochs WHERE epoch > ? AND epoch < ?", epoch, live);
    }

    OptionalLong firstOffset(long epoch) throws SQLException {
        return number("SELECT min(log_offset) FROM event_journal WHERE epoch = ?", epoch);
    }

    OptionalLong lastOffset(long epoch) throws SQLException {
        return number("SELECT max(log_offset) FROM event_journal WHERE epoch = ?", epoch);
    }

    /** The first hole that was written down after one offset and up to another, or null. */
    Gap lostBetween(long epoch, long after, long to) throws SQLException {
        return select("SELECT from_offset, to_offset FROM event_journal_gaps WHERE epoch = ? AND to_offset > ? "
            + "AND from_offset <= ? ORDER BY from_offset LIMIT 1", List.of(epoch, after, to), result -> result.next()
                ? new Gap(Math.max(after + 1, result.getLong(1)), Math.min(to, result.getLong(2)), Gap.LEFT_LOG)
                : null);
    }

    private OptionalLong number(String sql, Object... values) throws SQLException {
        return select(sql, List.of(values), result -> {
            result.next();
            long value = result.getLong(1);
            return result.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
        });
    }

    private interface Reading<T> {
        T read(ResultSet result) throws SQLException;
    }

    private <T> T select(String sql, List<?> values, Reading<T> reading) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(PATIENCE_S);
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (ResultSet result = statement.executeQuery()) {
                return reading.read(result);
            }
        }
    }

    private static void add(StringBuilder sql, List<Object> values, String condition, Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }

    private static JournalRecord.Row row(ResultSet result) throws SQLException {
        // The column holds the whole object; readers put the offset behind its opening brace.
        byte[] body = result.getString("body").substring(1).getBytes(StandardCharsets.UTF_8);
        return new JournalRecord.Row(result.getLong("epoch"), result.getLong("log_offset"), result.getString("id"),
            TYPES.get(result.getString("event_type")),
            Direction.UP.wireName().equals(result.getString("direction")) ? Direction.UP : Direction.DOWN,
            result.getString("symbol"), result.getInt("session_key"), result.getInt("count_change"),
            result.getLong("ts_event_ns"), result.getLong("ts_init_ns"), result.getInt("ordinal"), body);
    }
}
