package org.tickstock.app.bar;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.tickstock.app.database.DatabaseState;
import org.tickstock.app.database.DatabaseUnavailableException;
import org.tickstock.app.feed.FeedSettings;
import org.tickstock.app.feed.FeedSettings.Provider;
import org.tickstock.engine.market.SessionCalendar;
import org.tickstock.engine.market.SessionSpan;
import org.tickstock.engine.time.EpochClock;

/**
 * By how much symbols changed within a day, by bars of its regular session as they are stored: ratios, NaN where a
 * symbol has no such bar, or none to compare with.
 *
 * <p>Of each symbol its own newest bar counts. Prices are as they were printed, not adjusted. An answer that took long
 * is given again for a minute.
 * <p>Thread: any.
 * <p>Errors: {@link DatabaseUnavailableException} while the database is away; a time frame of a day is refused.
 */
@ApplicationScoped
public class IntradayChanges {

    private static final int PATIENCE_S = 10;
    private static final long COSTLY_NS = 50_000_000L;
    private static final long KEPT_NS = 60_000_000_000L;
    private static final int KEPT_MOST = 64;
    /** A long weekend, and a day more. */
    private static final String REACH = "7 days";
    private static final String OF_MINUTE = "(SELECT r.is_invented FROM bar_runs r WHERE r.run = b.run)";
    private static final String OF_HOUR = "b.is_invented";
    // One index scan for each symbol and side: bounds of time keep all other days' partitions out of it.
    private static final String CHANGES = """
        SELECT s.symbol, newest.close::double precision, before.close::double precision
        FROM unnest(?::varchar[]) AS s (symbol)
        CROSS JOIN LATERAL (SELECT ts, close FROM %1$s b WHERE b.symbol = s.symbol AND ts >= ? AND ts < ?
            AND session = 'REGULAR' AND (? OR NOT %2$s) ORDER BY ts DESC LIMIT 1) AS newest
        CROSS JOIN LATERAL (SELECT close FROM %1$s b WHERE b.symbol = s.symbol AND ts <= newest.ts - ?::interval
            AND ts > newest.ts - ?::interval - interval '%3$s' AND session = 'REGULAR' AND (? OR NOT %2$s)
            ORDER BY ts DESC LIMIT 1) AS before""";

    private record Question(List<String> symbols, Timeframe timeframe, int tradeDay, String back) {
    }

    private record Answer(double[] changes, long atNs) {
    }

    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource dataSource;
    @Inject
    private DatabaseState database;
    @Inject
    private FeedSettings feed;
    @Inject
    private SessionCalendar calendar;
    @Inject
    private EpochClock clock;

    private final Map<Question, Answer> costly = new ConcurrentHashMap<>();

    /** The newest close on a trade date, an epoch day, against the close of the bar before. */
    public double[] overBar(List<String> symbols, Timeframe timeframe, int tradeDay) {
        return changes(symbols, timeframe, tradeDay, "1 second");
    }

    /** The newest close on a trade date against the newest one that is so many days of the calendar older, or more. */
    public double[] overPeriod(List<String> symbols, Timeframe timeframe, int tradeDay, int periodDays) {
        return changes(symbols, timeframe, tradeDay, periodDays + " days");
    }

    private double[] changes(List<String> symbols, Timeframe timeframe, int tradeDay, String back) {
        if (timeframe == Timeframe.DAY) {
            throw new IllegalArgumentException("timeframe must be shorter than a day, was " + timeframe.wireName());
        }
        if (!database.isReady()) {
            throw new DatabaseUnavailableException(database.reason());
        }
        Question question = new Question(List.copyOf(symbols), timeframe, tradeDay, back);
        long startNs = clock.nowNs();
        Answer known = costly.get(question);
        if (known != null && startNs - known.atNs() < KEPT_NS) {
            return known.changes().clone();
        }
        double[] changes = answer(question);
        long endNs = clock.nowNs();
        if (endNs - startNs > COSTLY_NS) {
            costly.values().removeIf(old -> endNs - old.atNs() >= KEPT_NS);
            if (costly.size() < KEPT_MOST) {
                costly.put(question, new Answer(changes.clone(), endNs));
            }
        }
        return changes;
    }

    private double[] answer(Question question) {
        double[] changes = new double[question.symbols().size()];
        Arrays.fill(changes, Double.NaN);
        SessionSpan session = calendar.regularSpanOf(question.tradeDay());
        if (session == null) {
            return changes;
        }
        try {
            Map<String, Double> found = read(question.symbols(), question.timeframe(), session, question.back());
            for (int at = 0; at < changes.length; at++) {
                changes[at] = found.getOrDefault(question.symbols().get(at), Double.NaN);
            }
            return changes;
        } catch (SQLException fault) {
            throw new DatabaseUnavailableException("bars cannot be read: " + fault.getMessage(), fault);
        }
    }

    private Map<String, Double> read(List<String> symbols, Timeframe timeframe, SessionSpan session, String back)
            throws SQLException {
        boolean isInventedToo = feed.provider() == Provider.SYNTHETIC;
        String sql = CHANGES.formatted(
            timeframe.table(), timeframe == Timeframe.MINUTE ? OF_MINUTE : OF_HOUR, REACH);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(PATIENCE_S);
            statement.setArray(1, connection.createArrayOf("varchar", symbols.toArray()));
            statement.setObject(2, time(session.startNs()));
            statement.setObject(3, time(session.endNs()));
            statement.setBoolean(4, isInventedToo);
            statement.setString(5, back);
            statement.setString(6, back);
            statement.setBoolean(7, isInventedToo);
            Map<String, Double> changes = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    changes.put(row.getString(1), row.getDouble(2) / row.getDouble(3) - 1);
                }
            }
            return changes;
        }
    }

    private static OffsetDateTime time(long ns) {
        return Instant.ofEpochSecond(0, ns).atOffset(ZoneOffset.UTC);
    }
}
