package org.tickstock.app.history;

import java.math.BigDecimal;
import org.tickstock.engine.market.SymbolTable;

/**
 * The figures of a bar of any length as a file tells them, checked.
 *
 * @param open USD
 * @param high USD
 * @param low USD
 * @param close USD
 * @param volume shares
 */
record Figures(BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close, BigDecimal volume) {

    private static final int DECIMALS = 6;
    private static final BigDecimal MOST_USD = new BigDecimal("10000000");
    private static final BigDecimal MOST_SHARES = new BigDecimal("10000000000000");

    /** Those of the row at which the reader stands. */
    static Figures of(CsvReader csv) throws BadRowException {
        Figures figures = new Figures(price("open", csv), price("high", csv), price("low", csv), price("close", csv),
            number("volume", csv.field("volume"), MOST_SHARES));
        if (figures.high.compareTo(figures.open.max(figures.close)) < 0) {
            throw new BadRowException("high", "the highest price", csv.field("high"));
        }
        if (figures.low.compareTo(figures.open.min(figures.close)) > 0) {
            throw new BadRowException("low", "the lowest price", csv.field("low"));
        }
        return figures;
    }

    /** Whose row it is. */
    static String ticker(CsvReader csv) throws BadRowException {
        String symbol = csv.field("symbol");
        if (!SymbolTable.isTicker(symbol)) {
            throw new BadRowException("symbol", "a ticker", symbol);
        }
        return symbol;
    }

    /** A price, which is never 0. */
    static BigDecimal price(String field, CsvReader csv) throws BadRowException {
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
