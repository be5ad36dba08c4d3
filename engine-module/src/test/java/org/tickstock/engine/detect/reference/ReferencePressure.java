package org.tickstock.engine.detect.reference;

import java.util.ArrayList;
import java.util.List;
import org.tickstock.engine.event.PressureChange;

/** Section 4 of the rules. */
final class ReferencePressure {

    private static final long WINDOW_NS = 10_000_000_000L;

    private final ReferenceSymbol symbol;
    private final List<Print> session = new ArrayList<>();
    private long windowStart = -1;
    private long bought;
    private long sold;
    private int trades;

    ReferencePressure(ReferenceSymbol symbol) {
        this.symbol = symbol;
    }

    void newSession() {
        session.clear();
    }

    void onPrint(Print now) {
        long start = now.tsNs() / WINDOW_NS * WINDOW_NS;
        if (windowStart != start) {
            if (trades > 0) {
                symbol.raise(new PressureChange(symbol.symbolId(), windowStart, windowStart + WINDOW_NS, bought, sold,
                        trades));
            }
            windowStart = start;
            bought = 0;
            sold = 0;
            trades = 0;
        }
        session.add(now);
        trades++;
        int side = side();
        bought += side > 0 ? now.volume() : 0;
        sold += side < 0 ? now.volume() : 0;
    }

    /** Back to the newest change of price. */
    private int side() {
        for (int i = session.size() - 1; i > 0; i--) {
            int change = Long.compare(session.get(i).price(), session.get(i - 1).price());
            if (change != 0) {
                return change;
            }
        }
        return 0;
    }
}
