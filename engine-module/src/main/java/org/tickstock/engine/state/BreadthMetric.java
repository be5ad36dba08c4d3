package org.tickstock.engine.state;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A test of breadth: the newest price of each symbol against something else of the same symbol. */
public enum BreadthMetric {

    /** The close before. */
    DAY_CHANGE(figures -> figures.close(1)),
    /** The open of the same bar. */
    OPEN_CHANGE(figures -> figures.bar().open()),
    /** The close 5 bars back. */
    WEEK(figures -> figures.close(Performance.WEEK)),
    /** The close 21 bars back. */
    MONTH(figures -> figures.close(Performance.MONTH)),
    /** The close 63 bars back. */
    QUARTER(figures -> figures.close(Performance.QUARTER)),
    /** The close 126 bars back. */
    HALF_YEAR(figures -> figures.close(Performance.HALF_YEAR)),
    /** The close 252 bars back. */
    YEAR(figures -> figures.close(Performance.YEAR)),
    /** The exponential average over 10 bars. */
    PRICE_TO_EMA10(figures -> figures.averages().ema10()),
    /** The exponential average over 20 bars. */
    PRICE_TO_EMA20(figures -> figures.averages().ema20()),
    /** The simple average over 50 bars. */
    PRICE_TO_SMA50(figures -> figures.averages().sma50()),
    /** The simple average over 200 bars. */
    PRICE_TO_SMA200(figures -> figures.averages().sma200());

    private final ToDoubleFunction<SymbolFigures> other;

    BreadthMetric(ToDoubleFunction<SymbolFigures> other) {
        this.other = other;
    }

    /** As it is written on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Over symbols none of which is stale. */
    BreadthCount count(Iterable<SymbolFigures> symbols) {
        int up = 0;
        int down = 0;
        int unchanged = 0;
        for (SymbolFigures symbol : symbols) {
            double reference = other.applyAsDouble(symbol);
            if (!Double.isNaN(reference)) {
                int side = Prices.compare(symbol.last(), reference);
                up += side > 0 ? 1 : 0;
                down += side < 0 ? 1 : 0;
                unchanged += side == 0 ? 1 : 0;
            }
        }
        return new BreadthCount(up, down, unchanged);
    }
}
