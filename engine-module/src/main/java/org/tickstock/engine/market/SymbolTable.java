package org.tickstock.engine.market;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Gives every ticker a dense number, so that the engine indexes arrays instead of hashing strings.
 *
 * <p>Thread: reading is lock-free and may happen anywhere; {@link #intern} is serialised.
 * <p>Errors: a ticker that breaks the pattern is refused with an {@link IllegalArgumentException}.
 */
public final class SymbolTable {

    /** Answer of {@link #idOf} for a ticker that is not in the table. */
    public static final int UNKNOWN = -1;

    private static final Pattern TICKER = Pattern.compile("[A-Z][A-Za-z0-9.\\-]{0,19}");

    private final ConcurrentHashMap<String, Integer> ids = new ConcurrentHashMap<>();
    private volatile List<String> tickers = List.of();

    /** A table that holds {@code tickers} in this order. */
    public static SymbolTable of(List<String> tickers) {
        SymbolTable table = new SymbolTable();
        tickers.forEach(SymbolTable::requireTicker);
        List<String> distinct = tickers.stream().distinct().toList();
        for (int id = 0; id < distinct.size(); id++) {
            table.ids.put(distinct.get(id), id);
        }
        table.tickers = distinct;
        return table;
    }

    /** Whether {@code ticker} is written as a ticker may be. */
    public static boolean isTicker(String ticker) {
        return TICKER.matcher(ticker).matches();
    }

    /** The number of {@code ticker}, or {@link #UNKNOWN}. */
    public int idOf(String ticker) {
        Integer id = ids.get(ticker);
        return id == null ? UNKNOWN : id;
    }

    /** The number of {@code ticker}, which is added when it is new. */
    public synchronized int intern(String ticker) {
        int known = idOf(ticker);
        if (known != UNKNOWN) {
            return known;
        }
        requireTicker(ticker);
        List<String> grown = new ArrayList<>(tickers);
        grown.add(ticker);
        tickers = List.copyOf(grown);
        ids.put(ticker, grown.size() - 1);
        return grown.size() - 1;
    }

    /** Adds those that are new, in their order, at the cost of one. */
    public synchronized void internAll(Collection<String> more) {
        more.forEach(SymbolTable::requireTicker);
        List<String> grown = new ArrayList<>(tickers);
        more.stream().distinct().filter(ticker -> idOf(ticker) == UNKNOWN).forEach(grown::add);
        int known = tickers.size();
        tickers = List.copyOf(grown);
        for (int id = known; id < grown.size(); id++) {
            ids.put(grown.get(id), id);
        }
    }

    /** The ticker with this number. */
    public String tickerOf(int symbolId) {
        return tickers.get(symbolId);
    }

    /** How many tickers there are; their numbers are 0 to size - 1. */
    public int size() {
        return tickers.size();
    }

    /** All tickers, the list index being the number. */
    public List<String> tickers() {
        return tickers;
    }

    private static void requireTicker(String ticker) {
        if (!isTicker(ticker)) {
            throw new IllegalArgumentException("ticker must match " + TICKER + ", was '" + ticker + "'");
        }
    }
}
