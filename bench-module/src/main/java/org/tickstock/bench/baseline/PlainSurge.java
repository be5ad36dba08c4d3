package org.tickstock.bench.baseline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tickstock.engine.event.Direction;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.event.Strength;
import org.tickstock.engine.market.MarketSession;

/** Bursts of volume and price; rules, section 3. */
final class PlainSurge {

    private static final long NS_PER_S = 1_000_000_000L;
    private static final int BASELINE = 20;

    private final PlainSymbol symbol;
    private final Deque<SecondBucket> recent = new ArrayDeque<>();
    private final Deque<SecondBucket> before = new ArrayDeque<>();
    private long recentShares;
    private long beforeShares;
    private int intervalOfWindows;

    private final Deque<Long> raisedNs = new ArrayDeque<>();
    private Direction lastDirection;
    private Long lastNs;
    private int ups;
    private int downs;

    PlainSurge(PlainSymbol symbol) {
        this.symbol = symbol;
    }

    Direction directionWithin30s(PlainTrade trade) {
        return lastNs != null && trade.timeNs() - lastNs < 30 * NS_PER_S ? lastDirection : null;
    }

    void add(SecondBucket closed) {
        recent.addLast(closed);
        recentShares += closed.shares();
    }

    void forgetSeconds() {
        recent.clear();
        before.clear();
        recentShares = 0;
        beforeShares = 0;
    }

    void newSession() {
        raisedNs.clear();
        lastDirection = null;
        lastNs = null;
        ups = 0;
        downs = 0;
    }

    void onTrade(PlainTrade trade, long openShares) {
        boolean regular = symbol.span().session() == MarketSession.REGULAR;
        boolean opening = regular && trade.timeNs() - symbol.span().startNs() < 900 * NS_PER_S;
        boolean closing = regular && symbol.span().endNs() - trade.timeNs() <= 1_800 * NS_PER_S;
        int interval = opening || closing ? 5 : 10;
        slide(trade.second(), interval);
        SecondBucket reference = before.peekLast();
        if (!symbol.volatility().isKnown() || beforeShares == 0
                || reference == null || reference.second() < trade.second() - interval - 60) {
            return;
        }
        double multiplier = (double) (recentShares + openShares) * BASELINE / beforeShares;
        double z = z(trade, reference.priceMicros(), interval);
        double need = regular ? 3.0 : 4.5;
        String trigger = trigger(multiplier, Math.abs(z), need);
        if (trigger == null || !hasBaseline(trade.second() - interval, interval)) {
            return;
        }
        Direction direction = trade.priceMicros() > reference.priceMicros() ? Direction.UP : Direction.DOWN;
        int cooldownS = opening ? 45 : regular ? 60 : 120;
        if (isAllowed(direction, trade.timeNs(), cooldownS)) {
            double score = half(multiplier, need) + half(Math.abs(z), 3);
            Map<String, Object> details = new HashMap<>();
            details.put("trigger", trigger);
            details.put("score", score);
            details.put("multiplier", multiplier);
            details.put("z", z);
            details.put("reference", reference.priceMicros());
            details.put("interval", interval);
            raise(trade, direction, details);
        }
    }

    private void raise(PlainTrade trade, Direction direction, Map<String, Object> details) {
        double score = (double) details.get("score");
        long reference = (long) details.get("reference");
        boolean turned = lastDirection == direction.opposite() && trade.timeNs() - lastNs < 300 * NS_PER_S;
        raisedNs.addLast(trade.timeNs());
        lastDirection = direction;
        lastNs = trade.timeNs();
        if (direction == Direction.UP) {
            ups++;
        } else {
            downs++;
        }
        details.put("strength", score >= 80 ? Strength.STRONG : score >= 60 ? Strength.MODERATE : Strength.WEAK);
        details.put("magnitude", (double) (trade.priceMicros() - reference) / reference * 100);
        details.put("expiration", trade.timeNs() + 30 * NS_PER_S);
        details.put("reversal", !turned ? null : direction == Direction.UP ? "down-now-up" : "up-now-down");
        details.put("count_up", ups);
        details.put("count_down", downs);
        symbol.raise(EventType.SURGE, trade, trade.priceMicros(), direction, details);
    }

    /** Moves both windows up to this second. */
    private void slide(long second, int interval) {
        if (interval != intervalOfWindows) {
            intervalOfWindows = interval;
            forgetSeconds();
            symbol.trend().history().forEach(this::add);
        }
        while (!recent.isEmpty() && recent.getFirst().second() <= second - interval) {
            SecondBucket moved = recent.removeFirst();
            recentShares -= moved.shares();
            before.addLast(moved);
            beforeShares += moved.shares();
        }
        while (!before.isEmpty() && before.getFirst().second() <= second - (BASELINE + 1L) * interval) {
            beforeShares -= before.removeFirst().shares();
        }
    }

    private double z(PlainTrade trade, long reference, int interval) {
        long distance = trade.priceMicros() - reference;
        long least = trade.priceMicros() < 1_000_000 ? 200 : 20_000;
        return Math.abs(distance) < least ? 0 : (double) distance / reference / symbol.volatility().sigma(interval);
    }

    private static String trigger(double multiplier, double sigmas, double need) {
        if (multiplier >= need && sigmas >= 3) {
            return "price_and_volume";
        }
        if (multiplier >= 2 * need && sigmas >= 2) {
            return "volume";
        }
        return sigmas >= 5 && multiplier >= need / 2 ? "price" : null;
    }

    private boolean hasBaseline(long end, int interval) {
        Set<Long> traded = new HashSet<>();
        for (SecondBucket bucket : before) {
            traded.add((end - bucket.second()) / interval);
        }
        return traded.size() >= 8;
    }

    private boolean isAllowed(Direction direction, long nowNs, int cooldownS) {
        if (lastNs != null && nowNs - lastNs < (lastDirection == direction ? cooldownS : 15) * NS_PER_S) {
            return false;
        }
        while (!raisedNs.isEmpty() && nowNs - raisedNs.getFirst() >= 1_800 * NS_PER_S) {
            raisedNs.removeFirst();
        }
        return raisedNs.size() < 5;
    }

    private static double half(double value, double threshold) {
        if (value <= threshold / 2) {
            return 0;
        }
        double ratio = value / threshold;
        return ratio <= 1 ? (ratio - 0.5) * 50 : Math.min(50, 25 + (ratio - 1) * 25);
    }
}
