package org.tickstock.app.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Brings a file of daily bars into the database: staged row by row, looked over as series, then switched.
 *
 * <p>All of it happens in the caller's transaction: until that is committed nobody sees anything.
 * <p>Thread: the import's.
 * <p>Errors: a row that cannot be is reported and left out; the file's and the database's faults end the import.
 */
final class DailyImport {

    private static final int BUFFER = 65_536;
    private static final int FETCH = 10_000;
    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);

    private static final String STAGE = "CREATE TEMPORARY TABLE history_in (line bigint, symbol varchar(20), "
        + "bar_date date, open numeric(18,6), high numeric(18,6), low numeric(18,6), close numeric(18,6), "
        + "adj_close numeric(18,6), volume numeric(20,6)) ON COMMIT DROP";
    private static final String COPY = "COPY history_in FROM STDIN";
    private static final String DUPLICATES = "DELETE FROM history_in d USING "
        + "(SELECT symbol, bar_date, min(line) AS line FROM history_in GROUP BY symbol, bar_date "
        + "HAVING count(*) > 1) f WHERE d.symbol = f.symbol AND d.bar_date = f.bar_date AND d.line > f.line "
        + "RETURNING d.line, d.symbol, d.bar_date, f.line";
    private static final String SERIES =
        "SELECT symbol, bar_date, close, coalesce(adj_close, 'NaN') FROM history_in ORDER BY symbol, bar_date";
    // Two plain statements take half the time of one that must look out for conflicts; imports come one at a time.
    private static final String CORRECT = """
        UPDATE ohlcv_daily d SET open = i.open, high = i.high, low = i.low, close = i.close, adj_close = i.adj_close,
            volume = i.volume FROM history_in i
        WHERE d.symbol = i.symbol AND d.bar_date = i.bar_date AND d.source = 'import'
            AND (d.open, d.high, d.low, d.close, d.adj_close, d.volume) IS DISTINCT FROM
                (i.open, i.high, i.low, i.close, i.adj_close, i.volume)""";
    private static final String ADD = """
        INSERT INTO ohlcv_daily (symbol, bar_date, source, open, high, low, close, adj_close, volume)
        SELECT symbol, bar_date, 'import', open, high, low, close, adj_close, volume FROM history_in i
        WHERE NOT EXISTS (SELECT FROM ohlcv_daily d
            WHERE d.symbol = i.symbol AND d.bar_date = i.bar_date AND d.source = 'import')""";

    private final TradingDays days;
    private final double volumeTolerancePct;
    private final ImportProgress progress;
    private final ImportReport report;

    DailyImport(TradingDays days, double volumeTolerancePct, ImportProgress progress, ImportReport report) {
        this.days = days;
        this.volumeTolerancePct = volumeTolerancePct;
        this.progress = progress;
        this.report = report;
    }

    /** Loads all rows and returns how many bars are new or different. */
    long load(CsvReader csv, Connection connection) throws IOException, SQLException {
        for (String column : new String[] {"symbol", "date", "open", "high", "low", "close", "volume"}) {
            if (!csv.has(column)) {
                throw new IOException("daily bars must have the column " + column + ", had " + csv.columns());
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(STAGE);
        }
        stage(csv, connection);
        progress.enter(ImportProgress.Phase.CHECKING);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE INDEX ON history_in (symbol, bar_date)");
            statement.execute("ANALYZE history_in (symbol, bar_date)");
            try (ResultSet twice = statement.executeQuery(DUPLICATES)) {
                while (twice.next()) {
                    report.add(ImportReport.Kind.DUPLICATE, "line " + twice.getLong(1) + ": " + twice.getString(2) + " "
                        + twice.getObject(3, LocalDate.class) + " was told in line " + twice.getLong(4));
                }
            }
        }
        checkSeries(connection);
        progress.enter(ImportProgress.Phase.SWITCHING);
        try (Statement statement = connection.createStatement()) {
            long changed = statement.executeLargeUpdate(CORRECT) + statement.executeLargeUpdate(ADD);
            DayDifferences.ofStaged(connection, "history_in", volumeTolerancePct)
                .forEach(each -> report.add(ImportReport.Kind.DIFFERENT, each));
            return changed;
        }
    }

    private void stage(CsvReader csv, Connection connection) throws IOException, SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        try {
            Predicate<LocalDate> anyDay = day -> day.isBefore(LATEST);
            StringBuilder lines = new StringBuilder(BUFFER + 256);
            while (csv.next()) {
                report.row();
                progress.rows(report.rows());
                try {
                    DailyRow row = DailyRow.of(csv, anyDay);
                    if (days.isOpen(row.day())) {
                        row.appendTo(csv.lineNumber(), lines);
                    } else {
                        report.add(ImportReport.Kind.GHOST_DAY, "line " + csv.lineNumber() + ": " + row.symbol()
                            + " has a bar on " + row.day() + ", on which the exchange was closed");
                    }
                } catch (BadRowException bad) {
                    report.add(ImportReport.Kind.BAD_ROW, "line " + csv.lineNumber() + ": " + bad.getMessage());
                }
                if (lines.length() >= BUFFER) {
                    send(lines, copy);
                }
            }
            send(lines, copy);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void send(StringBuilder lines, CopyIn copy) throws SQLException {
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        lines.setLength(0);
    }

    private void checkSeries(Connection connection) throws SQLException {
        SeriesCheck check = new SeriesCheck(days, report);
        try (PreparedStatement statement = connection.prepareStatement(SERIES)) {
            statement.setFetchSize(FETCH);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Date day = rows.getDate(2);
                    check.add(rows.getString(1), day.toLocalDate(), rows.getDouble(3), rows.getDouble(4));
                }
            }
        }
    }
}
