package org.tickstock.app.history;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.tickstock.engine.market.SessionCalendar;

/**
 * Imports one file: what it holds is told by its header. It gets in whole, in one transaction, or not at all.
 *
 * <p>A file whose bytes are in already is told as unchanged and costs only reading it.
 * <p>Thread: the import's.
 * <p>Errors: told by the record of the import.
 */
final class FileImport {

    private static final Logger LOG = System.getLogger(FileImport.class.getName());
    private static final int SUM_LENGTH = 32;

    private final DataSource dataSource;
    private final ImportTables tables;
    private final SessionCalendar calendar;

    FileImport(DataSource dataSource, SessionCalendar calendar) {
        this.dataSource = dataSource;
        this.tables = new ImportTables(dataSource);
        this.calendar = calendar;
    }

    /** Imports the file and returns the number of the import. */
    long run(Path file, ImportProgress progress) throws SQLException, IOException {
        String kind = kindOf(file);
        long id = tables.begin(kind, progress.origin());
        ImportReport report = new ImportReport();
        try {
            String chunk = "sha256:" + sumOf(file);
            progress.enter(ImportProgress.Phase.READING);
            if (tables.isIn(kind, ImportTables.ALL_SYMBOLS, chunk)) {
                tables.end(id, "unchanged", report, 0, null);
            } else {
                long changed = load(file, kind, chunk, id, progress, report);
                tables.end(id, "done", report, changed, null);
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

    private long load(Path file, String kind, String chunk, long id, ImportProgress progress, ImportReport report)
            throws SQLException, IOException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (BufferedReader lines = open(file, progress)) {
                CsvReader csv = new CsvReader(lines);
                long changed = switch (kind) {
                    case "symbols" -> SymbolTables.load(csv, progress, report, connection);
                    case "minute" -> new MinuteImport(calendar, progress, report)
                        .load(csv, connection, id, daysOf(file));
                    default -> new DailyImport(new TradingDays(calendar), progress, report).load(csv, connection);
                };
                ImportTables.note(connection, kind, ImportTables.ALL_SYMBOLS, chunk, id, report.rows());
                connection.commit();
                return changed;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static String kindOf(Path file) throws IOException {
        try (BufferedReader lines = open(file, null)) {
            CsvReader csv = new CsvReader(lines);
            if (csv.has("symbol") && csv.has("date") && csv.has("close")) {
                return "daily";
            }
            if (csv.has("symbol") && csv.has("ts_ms") && csv.has("close")) {
                return "minute";
            }
            if (csv.has("symbol") && csv.has("name")) {
                return "symbols";
            }
            throw new IOException("a file must have the columns symbol, date, open, high, low, close, volume, "
                + "or ts_ms for date, or symbol and name, had " + csv.columns());
        }
    }

    private static Set<LocalDate> daysOf(Path file) throws IOException {
        try (BufferedReader lines = open(file, null)) {
            return MinuteImport.days(new CsvReader(lines));
        }
    }

    private static BufferedReader open(Path file, ImportProgress progress) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        try {
            InputStream counted = progress == null ? bytes : new Counted(bytes, progress);
            InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(counted, 65_536) : counted;
            return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8), 65_536);
        } catch (IOException unreadable) {
            bytes.close();
            throw unreadable;
        }
    }

    private static String sumOf(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, SUM_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Counted extends FilterInputStream {

        private final ImportProgress progress;
        private long count;

        Counted(InputStream in, ImportProgress progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) {
            count += bytes;
            progress.bytes(count);
        }
    }
}
