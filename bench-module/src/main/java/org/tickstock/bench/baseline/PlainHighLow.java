package org.tickstock.bench.baseline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tickstock.engine.event.Direction;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.market.MarketSession;

/** Session highs and lows; rules, section 1. */
final class PlainHighLow {

    private static final long COOLDOWN_NS = 1_000_000_000L;
    private static final long OPENING_NS = 900_000_000_000L;
    private static final long REVERSAL_NS = 300_000_000_000L;
    private static final long RAPID_NS = 60_000_000_000L;
    private static final int REMEMBERED = 3;
    private static final double MICROS = 1_000_000;

    private final PlainSymbol symbol;
    private PlainTrade high;
    private PlainTrade low;
    private long reportedHigh;
    private long reportedLow;
    private Long lastHighNs;
    private Long lastLowNs;
    private int highs;
    private int lows;
    private final Deque<PlainEventNote> last = new ArrayDeque<>();

    /** What reversals need to know of an event. */
    private record PlainEventNote(Direction side, long timeNs, long priceMicros) {
    }

    PlainHighLow(PlainSymbol symbol) {
        this.symbol = symbol;
    }

    void newSession() {
        high = null;
        low = null;
        lastHighNs = null;
        lastLowNs = null;
        highs = 0;
        lows = 0;
        last.clear();
    }

    void onTrade(PlainTrade trade) {
        if (high == null) {
            high = trade;
            low = trade;
            reportedHigh = trade.priceMicros();
            reportedLow = trade.priceMicros();
            return;
        }
        if (trade.priceMicros() > high.priceMicros()) {
            high = trade;
        }
        if (trade.priceMicros() < low.priceMicros()) {
            low = trade;
        }
        if (isCool(lastHighNs, trade) && high.priceMicros() > reportedHigh
                && isEnough(high.priceMicros() - reportedHigh, reportedHigh, high.priceMicros(), trade)) {
            raise(Direction.UP, high, reportedHigh, trade);
            reportedHigh = high.priceMicros();
            lastHighNs = trade.timeNs();
        }
        if (isCool(lastLowNs, trade) && low.priceMicros() < reportedLow
                && isEnough(reportedLow - low.priceMicros(), reportedLow, low.priceMicros(), trade)) {
            raise(Direction.DOWN, low, reportedLow, trade);
            reportedLow = low.priceMicros();
            lastLowNs = trade.timeNs();
        }
    }

    private void raise(Direction side, PlainTrade extreme, long previous, PlainTrade trade) {
        if (side == Direction.UP) {
            highs++;
        } else {
            lows++;
        }
        long price = extreme.priceMicros();
        Map<String, Object> details = new HashMap<>();
        details.put("extreme_time", extreme.timeNs());
        details.put("previous", previous);
        details.put("session_high", high.priceMicros());
        details.put("session_low", low.priceMicros());
        details.put("count_up", highs);
        details.put("count_down", lows);
        details.put("label", side == Direction.UP ? "HIGH #" + highs : "LOW #" + lows);
        details.put("reversal", reversal(side, trade, details));
        details.put("significance", Math.min(Math.abs(symbol.percentChange(price)) * 10, 50)
                + Math.min(symbol.relVolume() * 25, 50));
        details.put("trend_flag", symbol.trend().direction());
        details.put("surge_flag", symbol.surge().directionWithin30s(trade));
        last.addLast(new PlainEventNote(side, trade.timeNs(), price));
        if (last.size() > REMEMBERED) {
            last.removeFirst();
        }
        symbol.raise(side == Direction.UP ? EventType.HIGH : EventType.LOW, trade, price, side, details);
    }

    private String reversal(Direction side, PlainTrade trade, Map<String, Object> details) {
        PlainEventNote before = last.peekLast();
        if (before == null || before.side() == side || trade.timeNs() - before.timeNs() > REVERSAL_NS) {
            return null;
        }
        long spanNs = trade.timeNs() - before.timeNs();
        details.put("time_span", spanNs);
        details.put("is_rapid", spanNs < RAPID_NS);
        List<Direction> sides = last.stream().map(PlainEventNote::side).toList();
        boolean doubled = sides.equals(List.of(side.opposite(), side, side.opposite()));
        if (side == Direction.UP) {
            return doubled ? "W-bottom" : "V-bottom";
        }
        return doubled ? "M-top" : "V-top";
    }

    private static boolean isCool(Long lastNs, PlainTrade trade) {
        return lastNs == null || trade.timeNs() - lastNs >= COOLDOWN_NS;
    }

    private boolean isEnough(long distance, long reported, long extreme, PlainTrade trade) {
        double usd = extreme / MICROS;
        double multiplier = multiplier(trade);
        return distance >= dollarsMicros(usd) * multiplier
                || (double) distance * 100 / reported >= percent(usd) * multiplier;
    }

    private double multiplier(PlainTrade trade) {
        if (symbol.span().session() != MarketSession.REGULAR) {
            return 2.0;
        }
        return trade.timeNs() - symbol.span().startNs() < OPENING_NS ? 1.5 : 1.0;
    }

    private static long dollarsMicros(double usd) {
        if (usd < 1) {
            return 5_000;
        } else if (usd < 5) {
            return 10_000;
        } else if (usd < 25) {
            return 20_000;
        }
        return usd < 100 ? 50_000 : 100_000;
    }

    private static double percent(double usd) {
        if (usd < 1) {
            return 0.20;
        } else if (usd < 5) {
            return 0.15;
        } else if (usd < 25) {
            return 0.10;
        }
        return usd < 100 ? 0.08 : 0.05;
    }
}
