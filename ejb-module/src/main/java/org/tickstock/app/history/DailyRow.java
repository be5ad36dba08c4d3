package org.tickstock.app.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Predicate;
import org.tickstock.engine.market.SymbolTable;

/**
 * A daily bar as a file tells it.
 *
 * @param symbol ticker
 * @param day trade date
 * @param open USD
 * @param high USD
 * @param low USD
 * @param close USD
 * @param adjClose the close adjusted for splits and dividends, or null
 * @param volume shares
 */
record DailyRow(
        String symbol, LocalDate day, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close,
        BigDecimal adjClose, BigDecimal volume) {

    private static final int DECIMALS = 6;
    private static final BigDecimal MOST_USD = new BigDecimal("10000000");
    private static final BigDecimal MOST_SHARES = new BigDecimal("10000000000000");
    private static final int SHOWN = 30;

    /** Tells why a row is no bar. */
    static final class BadRowException extends Exception {

        private static final long serialVersionUID = 1L;

        BadRowException(String field, String rule, String value) {
            super(field + " must be " + rule + ", was '" + value.substring(0, Math.min(SHOWN, value.length())) + "'");
        }
    }

    /** The row at which the reader stands. */
    static DailyRow of(CsvReader csv, Predicate<LocalDate> isTradingDay) throws BadRowException {
        String symbol = csv.field("symbol");
        if (!SymbolTable.isTicker(symbol)) {
            throw new BadRowException("symbol", "a ticker", symbol);
        }
        LocalDate day = dayOf(csv.field("date"));
        BigDecimal adjusted = csv.field("adj_close").isEmpty() ? null : price("adj_close", csv);
        DailyRow row = new DailyRow(symbol, day, price("open", csv), price("high", csv), price("low", csv),
            price("close", csv), adjusted, number("volume", csv.field("volume"), MOST_SHARES));
        if (row.high.compareTo(row.open.max(row.close)) < 0) {
            throw new BadRowException("high", "the highest price", csv.field("high"));
        }
        if (row.low.compareTo(row.open.min(row.close)) > 0) {
            throw new BadRowException("low", "the lowest price", csv.field("low"));
        }
        if (!isTradingDay.test(day)) {
            throw new BadRowException("date", "a trading day", day.toString());
        }
        return row;
    }

    /** Appends it as a line of PostgreSQL's text COPY format; nothing in it needs escaping. */
    void appendTo(long line, StringBuilder lines) {
        lines.append(line).append('\t').append(symbol).append('\t').append(day);
        for (BigDecimal value : new BigDecimal[] {open, high, low, close, adjClose, volume}) {
            lines.append('\t').append(value == null ? "\\N" : value.toPlainString());
        }
        lines.append('\n');
    }

    private static LocalDate dayOf(String text) throws BadRowException {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw new BadRowException("date", "a date like 2013-10-08", text);
        }
    }

    private static BigDecimal price(String field, CsvReader csv) throws BadRowException {
        BigDecimal price = number(field, csv.field(field), MOST_USD);
        if (price.signum() == 0) {
            throw new BadRowException(field, "> 0", csv.field(field));
        }
        return price;
    }

    private static BigDecimal number(String field, String text, BigDecimal most) throws BadRowException {
        try {
            BigDecimal value = new BigDecimal(text);
            if (value.signum() >= 0 && value.compareTo(most) <= 0 && value.stripTrailingZeros().scale() <= DECIMALS) {
                return value;
            }
        } catch (NumberFormatException unreadable) {
            // Said below, with the rule, like a number out of range.
        }
        throw new BadRowException(field, "a number from 0 to " + most + " with at most 6 decimals", text);
    }
}
