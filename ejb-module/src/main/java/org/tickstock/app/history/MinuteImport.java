package org.tickstock.app.history;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tickstock.app.bar.ImportedMinutes;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.SessionCalendar;
import org.tickstock.engine.market.SessionSpan;

/**
 * Brings a file of minute bars into the database: read once for its days, then once more for its bars.
 *
 * <p>All of it happens in the caller's transaction, but the making of room for those days.
 * <p>Thread: the import's.
 * <p>Errors: a row that cannot be is reported and left out; the file's and the database's faults end the import.
 */
final class MinuteImport {

    private static final long MINUTE_MS = 60_000;
    private static final long NS_PER_MS = 1_000_000;
    private static final Instant EARLIEST = Instant.parse("1998-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final SessionCalendar calendar;
    private final ImportProgress progress;
    private final ImportReport report;
    private final Map<String, BitSet> told = new HashMap<>();

    MinuteImport(SessionCalendar calendar, ImportProgress progress, ImportReport report) {
        this.calendar = calendar;
        this.progress = progress;
        this.report = report;
    }

    /** The UTC days on which the bars of a file begin. */
    static Set<LocalDate> days(CsvReader csv) throws IOException {
        Set<LocalDate> days = new TreeSet<>();
        while (csv.next()) {
            try {
                days.add(LocalDate.ofInstant(startOf(csv), ZoneOffset.UTC));
            } catch (BadRowException bad) {
                // Told when the row is read for good.
            }
        }
        return days;
    }

    /** Loads all rows and returns how many there were. */
    long load(CsvReader csv, Connection connection, long importId, Set<LocalDate> days)
            throws IOException, SQLException {
        ImportedMinutes minutes = new ImportedMinutes(connection, importId, days);
        while (csv.next()) {
            report.row();
            progress.rows(report.rows());
            try {
                add(csv, minutes);
            } catch (BadRowException bad) {
                report.add(ImportReport.Kind.BAD_ROW, "line " + csv.lineNumber() + ": " + bad.getMessage());
            }
        }
        progress.enter(ImportProgress.Phase.SWITCHING);
        return minutes.finish();
    }

    private void add(CsvReader csv, ImportedMinutes minutes) throws BadRowException, SQLException {
        String symbol = Figures.ticker(csv);
        Instant start = startOf(csv);
        Figures figures = Figures.of(csv);
        SessionSpan span = calendar.spanAt(start.toEpochMilli() * NS_PER_MS);
        if (span.session() == MarketSession.CLOSED) {
            throw new BadRowException("ts_ms", "in a session of the market", csv.field("ts_ms"));
        }
        int minute = (int) ((start.toEpochMilli() - EARLIEST.toEpochMilli()) / MINUTE_MS);
        BitSet known = told.computeIfAbsent(symbol, any -> new BitSet());
        if (known.get(minute)) {
            report.add(ImportReport.Kind.DUPLICATE, "line " + csv.lineNumber() + ": " + symbol + " " + start
                + " was told before");
            return;
        }
        known.set(minute);
        minutes.add(symbol, start, span.session(), LocalDate.ofEpochDay(span.tradeDay()), figures.open(),
            figures.high(), figures.low(), figures.close(), figures.volume());
    }

    private static Instant startOf(CsvReader csv) throws BadRowException {
        String text = csv.field("ts_ms");
        try {
            long ms = Long.parseLong(text);
            Instant start = Instant.ofEpochMilli(ms);
            if (ms % MINUTE_MS == 0 && !start.isBefore(EARLIEST) && start.isBefore(LATEST)) {
                return start;
            }
        } catch (NumberFormatException unreadable) {
            // Said below, with the rule, like a time out of range.
        }
        throw new BadRowException("ts_ms", "the start of a minute from 1998 on, in epoch milliseconds", text);
    }
}
