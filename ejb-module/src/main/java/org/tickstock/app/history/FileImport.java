package org.tickstock.app.history;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import javax.sql.DataSource;
import org.tickstock.engine.market.SessionCalendar;

/**
 * Imports one file: what it holds is told by its header. It gets in whole, in one transaction, or not at all.
 *
 * <p>A file of bars whose bytes are in already is told as unchanged and costs only reading it. One of symbols or
 * universes says what is so from now on, and is read again wherever it is ordered by name: another may have come since.
 * <p>Thread: the import's.
 * <p>Errors: told by the record of the import.
 */
final class FileImport {

    private static final Logger LOG = System.getLogger(FileImport.class.getName());

    private final DataSource dataSource;
    private final ImportTables tables;
    private final SessionCalendar calendar;
    private final double volumeTolerancePct;
    private final Runnable referenceChanged;

    /**
     * An importer of files.
     *
     * @param volumeTolerancePct by how much an imported day's volume may differ from our own's
     * @param referenceChanged called once symbols or universes have changed, after the commit
     */
    FileImport(DataSource dataSource, SessionCalendar calendar, double volumeTolerancePct, Runnable referenceChanged) {
        this.dataSource = dataSource;
        this.tables = new ImportTables(dataSource);
        this.calendar = calendar;
        this.volumeTolerancePct = volumeTolerancePct;
        this.referenceChanged = referenceChanged;
    }

    /** Imports the file and returns the number of the import. */
    long run(ImportFile file, ImportProgress progress) throws SQLException {
        FileKind kind = file.kind();
        long id = tables.begin(kind.wireName(), progress.origin());
        ImportReport report = new ImportReport();
        try {
            String chunk = file.chunk();
            progress.enter(ImportProgress.Phase.READING);
            boolean isIn = (file.isOnce() || !kind.isReference())
                && tables.isIn(kind.wireName(), ImportTables.ALL_SYMBOLS, chunk);
            long changed = isIn ? 0 : load(file, kind, chunk, id, progress, report);
            if (changed > 0 && kind.isReference()) {
                referenceChanged.run();
            }
            tables.end(id, isIn || kind.isReference() && changed == 0 ? "unchanged" : "done", report, changed, null);
            if (!isIn) {
                LOG.log(Level.INFO, "file imported origin={0} rows={1,number,#} changed={2,number,#} "
                    + "refused={3,number,#}", progress.origin(), report.rows(), changed, report.refused());
            }
        } catch (SQLException | IOException | RuntimeException fault) {
            LOG.log(Level.WARNING, "file not imported origin={0} reason={1}", progress.origin(), fault.getMessage());
            tables.end(id, "failed", report, 0, String.valueOf(fault.getMessage()));
        } finally {
            progress.enter(ImportProgress.Phase.ENDED);
        }
        return id;
    }

    private long load(ImportFile file, FileKind kind, String chunk, long id, ImportProgress progress,
            ImportReport report) throws SQLException, IOException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (BufferedReader lines = file.open(progress)) {
                CsvReader csv = new CsvReader(lines);
                long changed = switch (kind) {
                    case SYMBOLS -> new SymbolImport(progress, report).load(csv, connection);
                    case UNIVERSES -> new UniverseImport(progress, report)
                        .load(csv, file.universe(), file.title(), connection);
                    case DAILY -> new DailyImport(new TradingDays(calendar), volumeTolerancePct, progress, report)
                        .load(csv, connection);
                    case MINUTE -> new MinuteImport(calendar, progress, report)
                        .load(csv, connection, id, daysOf(file));
                    case UNKNOWN -> throw new IOException("a file must have the columns symbol, date, open, high, low, "
                        + "close, volume, or ts_ms for date, or symbol and name, or universe and symbol, had "
                        + csv.columns());
                };
                ImportTables.note(
                    connection, kind.wireName(), ImportTables.ALL_SYMBOLS, chunk, id, report.rows());
                connection.commit();
                return changed;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static Set<LocalDate> daysOf(ImportFile file) throws IOException {
        try (BufferedReader lines = file.open(null)) {
            return MinuteImport.days(new CsvReader(lines));
        }
    }
}
