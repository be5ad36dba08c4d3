package org.tickstock.app.history;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.tickstock.engine.market.SessionCalendar;

/**
 * Imports bars from the vendor piece by piece; each gets in whole, with its line in the ledger, in one transaction.
 *
 * <p>Pieces that are in already are not asked for: an import that broke off goes on where it was. One that reaches
 * today is not whole and is asked for again each time.
 * <p>Thread: the import's.
 * <p>Errors: told by the record of the import; a symbol that the vendor refuses is reported, and the others go on.
 */
final class VendorImport {

    private static final Logger LOG = System.getLogger(VendorImport.class.getName());

    private final DataSource dataSource;
    private final ImportTables tables;
    private final SessionCalendar calendar;
    private final double volumeTolerancePct;

    VendorImport(DataSource dataSource, SessionCalendar calendar, double volumeTolerancePct) {
        this.dataSource = dataSource;
        this.tables = new ImportTables(dataSource);
        this.calendar = calendar;
        this.volumeTolerancePct = volumeTolerancePct;
    }

    /** Imports what is ordered, up to yesterday as whole pieces, and returns the number of the import. */
    long run(VendorOrder order, LocalDate today, VendorClient vendor, ImportProgress progress) throws SQLException {
        long id = tables.begin(order.timeframe(), progress.origin());
        ImportReport report = new ImportReport();
        long changed = 0;
        try {
            progress.enter(ImportProgress.Phase.READING);
            List<VendorOrder.Piece> pieces = order.pieces();
            int asked = 0;
            for (int i = 0; i < pieces.size(); i++) {
                VendorOrder.Piece piece = pieces.get(i);
                if (!tables.isIn(order.timeframe(), piece.symbol(), piece.name())) {
                    changed += load(order.timeframe(), piece, id, today, vendor, progress, report);
                    asked++;
                }
                progress.bytes(i + 1);
            }
            tables.end(id, asked == 0 ? "unchanged" : "done", report, changed, null);
        } catch (SQLException | IOException | RuntimeException fault) {
            LOG.log(Level.WARNING, "vendor import ended early origin={0} reason={1}", progress.origin(),
                fault.getMessage());
            tables.end(id, "failed", report, changed, String.valueOf(fault.getMessage()));
        } finally {
            progress.enter(ImportProgress.Phase.ENDED);
        }
        return id;
    }

    private long load(String timeframe, VendorOrder.Piece piece, long id, LocalDate today, VendorClient vendor,
            ImportProgress progress, ImportReport report) throws SQLException, IOException {
        String csv;
        try {
            csv = new VendorBars(vendor).csv(timeframe, piece);
        } catch (VendorClient.RefusedByVendorException refused) {
            if (refused.isAboutUs()) {
                throw new IOException(refused.getMessage(), refused);
            }
            report.add(ImportReport.Kind.SKIPPED, refused.getMessage() + " for " + piece.from() + ".." + piece.to());
            return 0;
        }
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                long before = report.rows();
                long changed = timeframe.equals("daily")
                    ? new DailyImport(new TradingDays(calendar), volumeTolerancePct, progress, report)
                        .load(reader(csv), connection)
                    : new MinuteImport(calendar, progress, report)
                        .load(reader(csv), connection, id, MinuteImport.days(reader(csv)));
                if (piece.to().isBefore(today)) {
                    ImportTables.note(connection, timeframe, piece.symbol(), piece.name(), id, report.rows() - before);
                }
                connection.commit();
                return changed;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static CsvReader reader(String csv) throws IOException {
        return new CsvReader(new BufferedReader(new StringReader(csv)));
    }
}
