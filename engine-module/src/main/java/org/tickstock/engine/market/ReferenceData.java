package org.tickstock.engine.market;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What is listed in the US: every ticker with name and exchange, and who is in the S&P 500.
 *
 * <p>Thread: immutable; may be shared.
 * <p>Errors: a row without a usable ticker is skipped and counted by reason in {@link #skippedRows()}.
 * <p>Source: two public-domain lists that come with the engine, see SOURCES.md beside them.
 */
public final class ReferenceData {

    private static final String ALL = "us_tickers_pddl.csv";
    private static final String SP500 = "sp500_constituents_gics.csv";
    private static final Pattern TEST_NAME = Pattern.compile("\\btest (common )?stock\\b", Pattern.CASE_INSENSITIVE);

    private final Map<String, Listing> listings = new TreeMap<>();
    private final List<Listing> sp500 = new ArrayList<>();
    private final Map<String, Integer> skipped = new TreeMap<>();

    private ReferenceData(CsvTable all, CsvTable members) {
        for (int row = 0; row < members.rowCount(); row++) {
            addMember(members, row);
        }
        for (int row = 0; row < all.rowCount(); row++) {
            addListing(all, row);
        }
        sp500.replaceAll(member -> listings.getOrDefault(member.symbol(), member));
        sp500.forEach(member -> listings.putIfAbsent(member.symbol(), member));
    }

    /** Reads the lists that come with the engine. */
    public static ReferenceData load() {
        return new ReferenceData(CsvTable.resource(ALL), CsvTable.resource(SP500));
    }

    static ReferenceData of(CsvTable all, CsvTable members) {
        return new ReferenceData(all, members);
    }

    /** Everything listed, by ticker. */
    public Collection<Listing> listings() {
        return Collections.unmodifiableCollection(listings.values());
    }

    /** What is listed under {@code symbol}. */
    public Optional<Listing> listing(String symbol) {
        return Optional.ofNullable(listings.get(symbol));
    }

    /** The lines of the S&P 500, each with its sector. */
    public List<Listing> sp500() {
        return Collections.unmodifiableList(sp500);
    }

    /** How many rows were left out, by reason. */
    public Map<String, Integer> skippedRows() {
        return Collections.unmodifiableMap(skipped);
    }

    /**
     * A ticker as the vendor writes it: exchanges' lists have preferred shares as {@code BAC$L} or {@code BAC^L},
     * classes as {@code AKO/A} and warrants as {@code FLYX.W}.
     */
    public static String vendorSpelling(String symbol) {
        String preferred = symbol.replace('$', 'p').replace('^', 'p').replace('/', '.');
        return preferred.endsWith(".W") ? preferred + "S" : preferred;
    }

    private void addMember(CsvTable table, int row) {
        String symbol = vendorSpelling(table.field(row, "Symbol"));
        if (isUsable(symbol, table.field(row, "Security"))) {
            sp500.add(new Listing(symbol, table.field(row, "Security"), "", false,
                    table.field(row, "GICS Sector"), table.field(row, "GICS Sub-Industry")));
        }
    }

    private void addListing(CsvTable table, int row) {
        String symbol = vendorSpelling(table.field(row, "symbol"));
        String name = table.field(row, "name");
        if (!isUsable(symbol, name)) {
            return;
        }
        Listing listing = new Listing(symbol, name, table.field(row, "exchange"), "Y".equals(table.field(row, "etf")),
                table.field(row, "gics_sector"), table.field(row, "gics_sub_industry"));
        if (listings.putIfAbsent(symbol, listing) != null) {
            skip("listed twice");
        }
    }

    private boolean isUsable(String symbol, String name) {
        if (!SymbolTable.isTicker(symbol)) {
            skip("not a ticker");
            return false;
        }
        if (TEST_NAME.matcher(name).find()) {
            skip("test symbol");
            return false;
        }
        return true;
    }

    private void skip(String reason) {
        skipped.merge(reason, 1, Integer::sum);
    }
}
