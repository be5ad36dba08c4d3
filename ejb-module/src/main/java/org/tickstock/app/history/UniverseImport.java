package org.tickstock.app.history;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tickstock.app.universe.ImportedUniverses;
import org.tickstock.engine.universe.Universe;

/**
 * Brings universes and their members into the database: each that a file names is what the file says from then on, the
 * others stay as they are.
 *
 * <p>All of it happens in the caller's transaction.
 * <p>Thread: the import's.
 * <p>Errors: a row that is no member is reported and left out; the database's faults end the import.
 */
final class UniverseImport {

    private static final int LONGEST_TITLE = 100;

    private final ImportProgress progress;
    private final ImportReport report;
    private final Map<String, Members> universes = new LinkedHashMap<>();

    private static final class Members {
        private String title = "";
        private final Map<String, Long> lines = new LinkedHashMap<>();
    }

    UniverseImport(ImportProgress progress, ImportReport report) {
        this.progress = progress;
        this.report = report;
    }

    /**
     * Loads all rows and returns how many members came or went.
     *
     * @param ordered the one universe whose members these are, or null where the file's own columns tell
     * @param title what people read for that one
     */
    long load(CsvReader csv, String ordered, String title, Connection connection) throws IOException, SQLException {
        Set<String> known = SymbolTables.tickers(connection);
        while (csv.next()) {
            report.row();
            progress.rows(report.rows());
            try {
                add(csv, ordered, title);
            } catch (BadRowException bad) {
                report.add(ImportReport.Kind.BAD_ROW, "line " + csv.lineNumber() + ": " + bad.getMessage());
            }
        }
        progress.enter(ImportProgress.Phase.SWITCHING);
        List<Universe> all = new ArrayList<>();
        Map<String, String> titles = ImportedUniverses.titles(connection);
        universes.forEach((name, members) -> {
            members.lines.forEach((symbol, line) -> tellUnknown(name, symbol, line, known));
            String read = members.title.isEmpty() ? titles.getOrDefault(name, name) : members.title;
            all.add(new Universe(name, read, List.copyOf(members.lines.keySet())));
        });
        return ImportedUniverses.replace(all, connection);
    }

    private void add(CsvReader csv, String ordered, String orderedTitle) throws BadRowException {
        String name = ordered == null ? csv.field("universe") : ordered;
        String title = ordered == null ? csv.field("title") : orderedTitle;
        if (!Universe.isName(name)) {
            throw new BadRowException("universe", "a name like sector_energy, at most 50 characters", name);
        }
        if (title.length() > LONGEST_TITLE) {
            throw new BadRowException("title", "at most " + LONGEST_TITLE + " characters", title);
        }
        String symbol = SymbolImport.ticker(csv);
        Members members = universes.computeIfAbsent(name, any -> new Members());
        members.title = members.title.isEmpty() ? title : members.title;
        Long before = members.lines.putIfAbsent(symbol, csv.lineNumber());
        if (before != null) {
            report.add(ImportReport.Kind.DUPLICATE, "line " + csv.lineNumber() + ": " + symbol + " of " + name
                + " was told in line " + before);
        }
    }

    private void tellUnknown(String name, String symbol, long line, Set<String> known) {
        if (!known.contains(symbol)) {
            report.add(ImportReport.Kind.UNKNOWN_SYMBOL, "line " + line + ": " + symbol + " of " + name
                + " is in no list of symbols");
        }
    }
}
