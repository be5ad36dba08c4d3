package org.tickstock.app.history;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.tickstock.app.universe.ImportedUniverses;
import org.tickstock.engine.market.ReferenceData;
import org.tickstock.engine.market.SymbolTable;

/**
 * Brings a list of symbols into the database, however its columns are called: those of exchanges' lists, of lists of
 * constituents with their GICS sectors, and our own. The universes of sectors follow.
 *
 * <p>All of it happens in the caller's transaction.
 * <p>Thread: the import's.
 * <p>Errors: a row that is no symbol is reported and left out; the database's faults end the import.
 */
final class SymbolImport {

    private final ImportProgress progress;
    private final ImportReport report;

    SymbolImport(ImportProgress progress, ImportReport report) {
        this.progress = progress;
        this.report = report;
    }

    /** Loads all rows and returns how many symbols are new or different. */
    long load(CsvReader csv, Connection connection) throws IOException, SQLException {
        StringBuilder lines = new StringBuilder();
        Map<String, Long> told = new HashMap<>();
        while (csv.next()) {
            report.row();
            progress.rows(report.rows());
            try {
                add(csv, told, lines);
            } catch (BadRowException bad) {
                report.add(ImportReport.Kind.BAD_ROW, "line " + csv.lineNumber() + ": " + bad.getMessage());
            }
        }
        progress.enter(ImportProgress.Phase.SWITCHING);
        long changed = SymbolTables.load(lines, csv.has("gics_sector"), connection);
        if (changed > 0) {
            ImportedUniverses.followSectors(connection);
        }
        return changed;
    }

    private void add(CsvReader csv, Map<String, Long> told, StringBuilder lines) throws BadRowException {
        String symbol = ticker(csv);
        String cap = csv.field("market_cap");
        if (!cap.matches("(\\d{1,15}(\\.\\d{1,6})?)?")) {
            throw new BadRowException("market_cap", "USD >= 0", cap);
        }
        String type = switch (csv.field("etf")) {
            case "Y" -> "ETF";
            case "N" -> "CS";
            case "" -> "";
            default -> throw new BadRowException("etf", "Y or N", csv.field("etf"));
        };
        Long before = told.putIfAbsent(symbol, csv.lineNumber());
        if (before != null) {
            report.add(ImportReport.Kind.DUPLICATE,
                "line " + csv.lineNumber() + ": " + symbol + " was told in line " + before);
            return;
        }
        SymbolTables.append(lines, symbol, csv.field("name", "security"), csv.field("exchange"), type,
            csv.field("sector", "gics_sector"), csv.field("industry", "gics_sub_industry"), csv.field("country"), cap);
    }

    /** Whose row it is, as the vendor writes it. */
    static String ticker(CsvReader csv) throws BadRowException {
        String symbol = ReferenceData.vendorSpelling(csv.field("symbol"));
        if (!SymbolTable.isTicker(symbol)) {
            throw new BadRowException("symbol", "a ticker", csv.field("symbol"));
        }
        return symbol;
    }
}
