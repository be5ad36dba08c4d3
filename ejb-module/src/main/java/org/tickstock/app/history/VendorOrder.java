package org.tickstock.app.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Which bars of the vendor's somebody wants to have.
 *
 * @param timeframe {@code daily} or {@code minute}
 * @param symbols tickers
 * @param from first day
 * @param to last day, included
 */
public record VendorOrder(String timeframe, List<String> symbols, LocalDate from, LocalDate to) {

    /** Symbols are copied. */
    public VendorOrder {
        symbols = List.copyOf(symbols);
    }

    /**
     * A piece that is fetched and loaded at once.
     *
     * @param symbol ticker
     * @param from first day
     * @param to last day, included
     */
    record Piece(String symbol, LocalDate from, LocalDate to) {

        String name() {
            return "vendor:" + from + ".." + to;
        }
    }

    /** Whole calendar months of minutes, whole years of days, the first and the last cut to what is wanted. */
    List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        for (String symbol : symbols) {
            LocalDate start = from;
            while (!start.isAfter(to)) {
                LocalDate next = timeframe.equals("daily")
                    ? start.withDayOfYear(1).plusYears(1) : start.withDayOfMonth(1).plusMonths(1);
                LocalDate end = next.minusDays(1).isAfter(to) ? to : next.minusDays(1);
                pieces.add(new Piece(symbol, start, end));
                start = next;
            }
        }
        return pieces;
    }

    /** What the record of imports calls it. */
    String origin() {
        String named = symbols.size() <= 3 ? String.join(",", symbols) : symbols.size() + " symbols";
        return "vendor " + timeframe + ' ' + named + ' ' + from + ".." + to;
    }
}
