package org.tickstock.app.emit.plain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SessionSpan;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.market.TradeConditions;

/** One symbol's trade date, print by print: what became of each, what it raised, and at chosen ones every figure. */
public final class PlainDay {

    private static final long NS_PER_S = 1_000_000_000L;
    private static final long GAP_NS = 120 * NS_PER_S;

    /** A print. */
    public record Seen(long ns, long price, String verdict, Map<EventType, Map<String, Object>> raised) {

        public boolean isEligible() {
            return verdict.equals("eligible");
        }

        public long ms() {
            return ns / 1_000_000;
        }

        public long second() {
            return ns / NS_PER_S;
        }
    }

    private final NewYorkCalendar calendar = new NewYorkCalendar();
    private final TradeConditions conditions = TradeConditions.sip();
    private final PlainBuckets buckets = new PlainBuckets();
    private final PlainHighLow high = new PlainHighLow(1);
    private final PlainHighLow low = new PlainHighLow(-1);
    private final PlainTrend trend = new PlainTrend();
    private final PlainSurge surge = new PlainSurge();
    private final Set<Integer> chosen;
    private final List<Seen> seen = new ArrayList<>();
    private final Map<Integer, Map<EventType, List<PlainGate>>> figures = new HashMap<>();

    private SessionSpan span;
    private long notional;
    private long shares;
    private long judgedSecond;
    private long lastNs;
    private long lastPrice;

    private PlainDay(Set<Integer> chosen) {
        this.chosen = chosen;
    }

    /** Reads the day; keeps the figures of the prints with these numbers. */
    public static PlainDay of(List<Tick> ticks, Set<Integer> chosen) {
        PlainDay day = new PlainDay(new HashSet<>(chosen));
        ticks.forEach(day::add);
        return day;
    }

    /** All prints. */
    public List<Seen> seen() {
        return seen;
    }

    /** What a rule asked for at a chosen print; of a trend, when the second before it was judged. */
    public List<PlainGate> gates(int print, EventType type) {
        return figures.get(print).get(type);
    }

    static boolean passes(List<PlainGate> gates) {
        Map<String, Boolean> ways = new HashMap<>();
        for (PlainGate gate : gates) {
            if (gate.way() == null && !gate.passed()) {
                return false;
            } else if (gate.way() != null) {
                ways.merge(gate.way(), gate.passed(), Boolean::logicalAnd);
            }
        }
        return ways.isEmpty() || ways.containsValue(true);
    }

    private void add(Tick tick) {
        SessionSpan at = calendar.spanAt(tick.tsEventNs);
        if (at.session() == MarketSession.CLOSED) {
            seen.add(new Seen(tick.tsEventNs, tick.priceMicros, "market_closed", Map.of()));
            return;
        }
        if (span == null || span.startNs() != at.startNs()) {
            begin(at);
        }
        boolean addsVolume = conditions.addsVolume(tick.conditionBits);
        if (addsVolume) {
            notional += tick.sizeMicros / 1_000_000 * tick.priceMicros;
            shares += tick.sizeMicros / 1_000_000;
        }
        String verdict = conditions.mayMoveHighLow(tick.conditionBits, at.session()) ? "eligible"
            : conditions.knows(tick.conditionBits) ? "condition" : "unknown_condition";
        Map<EventType, Map<String, Object>> raised = Map.of();
        if (verdict.equals("eligible")) {
            if (lastPrice != 0 && Math.abs(tick.priceMicros - lastPrice) * 2 > lastPrice) {
                throw new IllegalStateException("this reader knows no suspect prices, was " + tick.priceMicros);
            }
            raised = judge(tick, addsVolume ? tick.sizeMicros : 0);
            lastPrice = tick.priceMicros;
        } else if (chosen.contains(seen.size())) {
            figures.put(seen.size(), new EnumMap<>(Map.of(EventType.TREND, trendGates(tick.tsEventNs / NS_PER_S))));
        }
        seen.add(new Seen(tick.tsEventNs, tick.priceMicros, verdict, raised));
    }

    private void begin(SessionSpan at) {
        span = at;
        lastPrice = 0;
        buckets.interrupt();
        high.newSession();
        low.newSession();
        trend.newSession();
        surge.newSession();
    }

    private Map<EventType, Map<String, Object>> judge(Tick tick, long volume) {
        long ns = tick.tsEventNs;
        long second = ns / NS_PER_S;
        if (ns - lastNs > GAP_NS) {
            buckets.interrupt();
            trend.interrupt();
        }
        lastNs = ns;
        Map<EventType, List<PlainGate>> gates = new EnumMap<>(EventType.class);
        if (chosen.contains(seen.size())) {
            gates.put(EventType.HIGH, high.gates(ns, tick.priceMicros, span));
            gates.put(EventType.LOW, low.gates(ns, tick.priceMicros, span));
            figures.put(seen.size(), gates);
        }
        Map<EventType, Map<String, Object>> raised = new EnumMap<>(EventType.class);
        put(raised, EventType.HIGH, high.judge(ns, tick.priceMicros, span));
        put(raised, EventType.LOW, low.judge(ns, tick.priceMicros, span));
        if (!buckets.run().isEmpty() && buckets.newest().second < second) {
            put(raised, EventType.TREND, trend.judge(buckets, (double) notional / shares, ns));
            judgedSecond = second;
        }
        gates.put(EventType.TREND, trendGates(second));
        buckets.add(second, tick.priceMicros, volume);
        put(raised, EventType.SURGE, surge.judge(
            buckets, ns, tick.priceMicros, span, chosen.contains(seen.size())));
        gates.put(EventType.SURGE, surge.gates());
        return raised.isEmpty() ? Map.of() : raised;
    }

    /** Of this second; none where nothing ended a second yet. */
    private List<PlainGate> trendGates(long second) {
        return judgedSecond == second ? trend.gates() : List.of();
    }

    private static void put(
            Map<EventType, Map<String, Object>> raised, EventType type, Map<String, Object> event) {
        if (event != null) {
            raised.put(type, event);
        }
    }
}
