package org.tickstock.app.emit.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.SessionSpan;

/** Section 1 of the rules for one side: a low is a high of the prices below nought. */
final class PlainHighLow {

    private static final long NS_PER_S = 1_000_000_000L;
    private static final double[][] BANDS =
        {{1, 0.005, 0.20}, {5, 0.01, 0.15}, {25, 0.02, 0.10}, {100, 0.05, 0.08}, {Double.MAX_VALUE, 0.10, 0.05}};

    private final int sign;
    private boolean seeded;
    private long extreme;
    private long reported;
    private long lastNs;
    private int count;

    PlainHighLow(int sign) {
        this.sign = sign;
    }

    void newSession() {
        seeded = false;
        lastNs = 0;
        count = 0;
    }

    /** What the rule asks for at this print, which counts already. */
    List<PlainGate> gates(long ns, long price, SessionSpan span) {
        List<PlainGate> gates = new ArrayList<>();
        gates.add(PlainGate.atLeast("prints_before", seeded ? 1 : 0, 1));
        if (!seeded) {
            return gates;
        }
        long most = Math.max(extreme, sign * price);
        long distance = most - reported;
        double[] need = need(most, ns, span);
        gates.add(new PlainGate("beyond_last_reported_usd", distance / 1e6, ">", 0, distance > 0, null));
        gates.add(PlainGate.atLeast("since_last_event_s",
            lastNs == 0 ? Double.POSITIVE_INFINITY : (ns - lastNs) / 1e9, 1));
        gates.add(PlainGate.atLeast("distance_usd", distance / 1e6, need[0]).in("dollars"));
        gates.add(PlainGate.atLeast("distance_pct", distance * 100.0 / (sign * reported), need[1]).in("percent"));
        return gates;
    }

    /** Judges a print; what it raises, or null. */
    Map<String, Object> judge(long ns, long price, SessionSpan span) {
        List<PlainGate> gates = gates(ns, price, span);
        if (!seeded) {
            seeded = true;
            extreme = sign * price;
            reported = sign * price;
            return null;
        }
        extreme = Math.max(extreme, sign * price);
        if (!PlainDay.passes(gates)) {
            return null;
        }
        Map<String, Object> event = Map.of("price", sign * extreme / 1e6, "previous", sign * reported / 1e6,
            sign > 0 ? "count_up" : "count_down", (double) ++count,
            "min_price_change", need(extreme, ns, span)[0], "min_percent_change", need(extreme, ns, span)[1]);
        reported = extreme;
        lastNs = ns;
        return event;
    }

    private double[] need(long most, long ns, SessionSpan span) {
        double usd = sign * most / 1e6;
        double times = span.session() != MarketSession.REGULAR ? 2
            : ns - span.startNs() < 15 * 60 * NS_PER_S ? 1.5 : 1;
        for (double[] band : BANDS) {
            if (usd < band[0]) {
                return new double[] {Math.round(band[1] * times * 1e6) / 1e6, band[2] * times};
            }
        }
        throw new IllegalStateException("no band for " + usd);
    }
}
