package org.tickstock.bench.baseline;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.tickstock.engine.market.SessionCalendar;

/**
 * All rules over every trade of every symbol.
 *
 * <p>Thread: one thread for the map, any for a symbol, whose lock sees to that; as a service would have it whose trades
 * come in on one thread and whose screens ask from others.
 */
public final class PlainDetection {

    private final Map<String, PlainSymbol> symbols = new HashMap<>();
    private final SessionCalendar calendar;
    private final Consumer<PlainEvent> out;

    /** A detection that raises into {@code out}. */
    public PlainDetection(SessionCalendar calendar, Consumer<PlainEvent> out) {
        this.calendar = calendar;
        this.out = out;
    }

    /** Takes one trade. */
    public void onTrade(PlainTrade trade) {
        PlainSymbol symbol = symbols.computeIfAbsent(trade.symbol(), ticker -> new PlainSymbol(ticker, out));
        synchronized (symbol) {
            symbol.onTrade(trade, calendar.spanAt(trade.timeNs()));
        }
    }
}
