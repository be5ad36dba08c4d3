package org.tickstock.app.bar;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tickstock.engine.market.MarketSession;

/**
 * Puts minute bars of somebody else's in the place of our own, and rolls them up.
 *
 * <p>Imported minutes stay until they are imported anew: what lanes hear of them later changes nothing.
 * <p>Thread: one import's. All happens in the caller's transaction, but the making of partitions.
 * <p>Errors: the database's.
 */
public final class ImportedMinutes {

    private static final int BATCH = 10_000;
    private static final int FOR_EVER_DAYS = 36_500;
    private static final long NS_PER_S = 1_000_000_000L;
    private static final long MINUTE_S = 60;

    private final Connection connection;
    private final BarRun run;
    private final StringBuilder lines = new StringBuilder(BATCH * 100);
    private final Set<LocalDate> tradeDays = new TreeSet<>();
    private int staged;
    private long written;
    private Instant from;
    private Instant to;

    /** Minutes of the import of this number that begin on these UTC days; makes room for them and commits that. */
    public ImportedMinutes(Connection connection, long importId, Set<LocalDate> utcDays) throws SQLException {
        this.connection = connection;
        new BarPartitions(FOR_EVER_DAYS, FOR_EVER_DAYS).prepare(connection, utcDays);
        Set<Long> bounds = utcDays.stream().map(day -> day.atStartOfDay().toEpochSecond(ZoneOffset.UTC) * NS_PER_S)
            .collect(Collectors.toCollection(TreeSet::new));
        long firstNs = bounds.stream().mapToLong(Long::longValue).min().orElse(0);
        long lastNs = bounds.stream().mapToLong(Long::longValue).max().orElse(0);
        // Runs of the server are numbered by time; below zero none of them comes.
        run = new BarRun(-importId, "import", false, firstNs, lastNs + 86_400 * NS_PER_S);
        BarTables.meet(connection, run);
    }

    /** Adds a sound bar; none twice. */
    public void add(String symbol, Instant start, MarketSession session, LocalDate tradeDay, BigDecimal... figures)
            throws SQLException {
        lines.append(symbol).append('\t').append(start).append('\t').append(session.name());
        for (BigDecimal figure : figures) {
            lines.append('\t').append(figure.toPlainString());
        }
        lines.append("\t\\N\tt\timported\t0\n");
        if (session == MarketSession.REGULAR) {
            tradeDays.add(tradeDay);
        }
        from = from == null || start.isBefore(from) ? start : from;
        to = to == null || start.isAfter(to) ? start : to;
        staged++;
        if (staged == BATCH) {
            flush();
        }
    }

    /** Writes what is left, then the days, and returns how many bars there were. */
    public long finish() throws SQLException {
        flush();
        BarTables.rollDays(connection, tradeDays);
        return written;
    }

    private void flush() throws SQLException {
        if (staged == 0) {
            return;
        }
        BarTables.stage(connection, lines);
        BarTables.ofRun(connection, BarUpsert.UPSERT, run);
        BarTables.rollUp(connection, from, to.plusSeconds(MINUTE_S), false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE bars_in");
        }
        written += staged;
        staged = 0;
        lines.setLength(0);
        from = null;
        to = null;
    }
}
