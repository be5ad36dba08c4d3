package org.tickstock.bench.baseline;

import java.util.HashMap;
import java.util.Map;

/** Buying against selling volume in windows of ten seconds; rules, section 4. */
final class PlainPressure {

    private static final long WINDOW_NS = 10_000_000_000L;

    private final PlainSymbol symbol;
    private Long window;
    private long lastPriceMicros;
    private int side;
    private long bought;
    private long sold;
    private int trades;

    PlainPressure(PlainSymbol symbol) {
        this.symbol = symbol;
    }

    void newSession() {
        lastPriceMicros = 0;
        side = 0;
    }

    void onTrade(PlainTrade trade, long shares) {
        long now = trade.timeNs() / WINDOW_NS;
        if (window != null && window != now && trades > 0) {
            Map<String, Object> details = new HashMap<>();
            details.put("bought", bought);
            details.put("sold", sold);
            details.put("trades", trades);
            symbol.raisePressure((window + 1) * WINDOW_NS, details);
            bought = 0;
            sold = 0;
            trades = 0;
        }
        window = now;
        if (lastPriceMicros != 0 && trade.priceMicros() != lastPriceMicros) {
            side = Long.compare(trade.priceMicros(), lastPriceMicros);
        }
        lastPriceMicros = trade.priceMicros();
        trades++;
        if (side > 0) {
            bought += shares;
        } else if (side < 0) {
            sold += shares;
        }
    }
}
