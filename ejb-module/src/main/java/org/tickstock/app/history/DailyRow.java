package org.tickstock.app.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Predicate;

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

    /** The row at which the reader stands. */
    static DailyRow of(CsvReader csv, Predicate<LocalDate> isTradingDay) throws BadRowException {
        String symbol = Figures.ticker(csv);
        LocalDate day = dayOf(csv.field("date"));
        BigDecimal adjusted = csv.field("adj_close").isEmpty() ? null : Figures.price("adj_close", csv);
        Figures figures = Figures.of(csv);
        if (!isTradingDay.test(day)) {
            throw new BadRowException("date", "a trading day", day.toString());
        }
        return new DailyRow(symbol, day, figures.open(), figures.high(), figures.low(), figures.close(), adjusted,
            figures.volume());
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
}
