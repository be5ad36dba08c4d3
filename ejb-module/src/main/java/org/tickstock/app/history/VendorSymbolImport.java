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

/**
 * Imports the vendor's whole list of symbols, in one transaction; or single ones with their market capitalisations,
 * each in its own, so that an order that broke off goes on behind what it has on the same day.
 *
 * <p>Thread: the import's.
 * <p>Errors: told by the record of the import; a symbol that the vendor refuses is reported, and the others go on.
 */
final class VendorSymbolImport {

    private static final Logger LOG = System.getLogger(VendorSymbolImport.class.getName());
    private static final String KIND = FileKind.SYMBOLS.wireName();

    private final DataSource dataSource;
    private final ImportTables tables;
    private final Runnable referenceChanged;

    VendorSymbolImport(DataSource dataSource, Runnable referenceChanged) {
        this.dataSource = dataSource;
        this.tables = new ImportTables(dataSource);
        this.referenceChanged = referenceChanged;
    }

    /** What the record of imports calls an order; no symbols stand for all. */
    static String origin(List<String> symbols) {
        return "vendor symbols " + (symbols.isEmpty() ? "all" : symbols.size() <= 3 ? String.join(",", symbols)
            : symbols.size() + " of them");
    }

    /** Imports these, or all where none is named, and returns the number of the import. */
    long run(List<String> symbols, LocalDate today, VendorClient vendor, ImportProgress progress) throws SQLException {
        long id = tables.begin(KIND, progress.origin());
        ImportReport report = new ImportReport();
        long changed = 0;
        try {
            progress.enter(ImportProgress.Phase.READING);
            VendorSymbols source = new VendorSymbols(vendor);
            if (symbols.isEmpty()) {
                changed = load(source.all(progress), null, null, id, progress, report);
            }
            for (int i = 0; i < symbols.size(); i++) {
                changed += one(symbols.get(i), "vendor:" + today, source, id, progress, report);
                progress.bytes(i + 1);
            }
            if (changed > 0) {
                referenceChanged.run();
            }
            tables.end(id, changed == 0 ? "unchanged" : "done", report, changed, null);
        } catch (SQLException | IOException | VendorClient.RefusedByVendorException | RuntimeException fault) {
            LOG.log(Level.WARNING, "vendor import ended early origin={0} reason={1}", progress.origin(),
                fault.getMessage());
            if (changed > 0) {
                referenceChanged.run();
            }
            tables.end(id, "failed", report, changed, String.valueOf(fault.getMessage()));
        } finally {
            progress.enter(ImportProgress.Phase.ENDED);
        }
        return id;
    }

    private long one(String symbol, String chunk, VendorSymbols source, long id, ImportProgress progress,
            ImportReport report) throws SQLException, IOException, VendorClient.RefusedByVendorException {
        if (tables.isIn(KIND, symbol, chunk)) {
            return 0;
        }
        try {
            return load(source.one(symbol), symbol, chunk, id, progress, report);
        } catch (VendorClient.RefusedByVendorException refused) {
            if (refused.isAboutUs()) {
                throw refused;
            }
            report.add(ImportReport.Kind.SKIPPED, refused.getMessage());
            return 0;
        }
    }

    private long load(String csv, String symbol, String chunk, long id, ImportProgress progress, ImportReport report)
            throws SQLException, IOException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                long changed = new SymbolImport(progress, report)
                    .load(new CsvReader(new BufferedReader(new StringReader(csv))), connection);
                if (symbol != null) {
                    ImportTables.note(connection, KIND, symbol, chunk, id, 1);
                }
                connection.commit();
                return changed;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
