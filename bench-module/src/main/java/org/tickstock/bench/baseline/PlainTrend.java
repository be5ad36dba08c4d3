package org.tickstock.bench.baseline;

import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.tickstock.engine.event.Direction;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.event.Strength;

/** Trends over 180, 360 and 600 seconds, with hysteresis; rules, section 2. */
final class PlainTrend {

    private static final long NS_PER_S = 1_000_000_000L;
    private static final int WARM_UP_S = 180;

    private final PlainSymbol symbol;
    private final TrendWindow shortWindow = new TrendWindow(180);
    private final TrendWindow mediumWindow = new TrendWindow(360);
    private final TrendWindow longWindow = new TrendWindow(600);

    private Direction direction;
    private Strength strength;
    private Strength reported;
    private boolean mayEnter = true;
    private double peak;
    private long enteredNs;
    private Long lastEventNs;
    private double lastEventScore;
    private Direction endedDirection;
    private long endedNs;
    private int ups;
    private int downs;

    PlainTrend(PlainSymbol symbol) {
        this.symbol = symbol;
    }

    Direction direction() {
        return direction;
    }

    /** The closed seconds of the last ten minutes. */
    Deque<SecondBucket> history() {
        return longWindow.buckets();
    }

    void add(SecondBucket closed) {
        shortWindow.add(closed);
        mediumWindow.add(closed);
        longWindow.add(closed);
    }

    void forgetSeconds() {
        shortWindow.clear();
        mediumWindow.clear();
        longWindow.clear();
    }

    void interrupt() {
        mayEnter = true;
        toNeutral();
    }

    void newSession() {
        interrupt();
        lastEventNs = null;
        endedDirection = null;
        ups = 0;
        downs = 0;
    }

    void onSecondClosed(PlainTrade trade) {
        Deque<SecondBucket> history = history();
        SecondBucket newest = history.getLast();
        PlainVolatility volatility = symbol.volatility();
        if (newest.second() - history.getFirst().second() < WARM_UP_S || !volatility.isKnown()) {
            return;
        }
        double vwap = symbol.vwapMicros();
        double vwapPart = Double.isNaN(vwap) ? 0
                : TrendWindow.clamp((newest.priceMicros() - vwap) / vwap / (3 * volatility.sigma(600)));
        double shortScore = shortWindow.score(volatility.sigma(180), vwapPart);
        double mediumScore = mediumWindow.score(volatility.sigma(360), vwapPart);
        double longScore = longWindow.score(volatility.sigma(600), vwapPart);
        double score = 0.3 * shortScore + 0.4 * mediumScore + 0.3 * longScore;
        goOn(score, trade.timeNs());
        enter(score, trade.timeNs());
        if (isWorthTelling(score, trade.timeNs())) {
            raise(trade, score, shortScore, mediumScore, longScore);
        }
    }

    private void goOn(double score, long nowNs) {
        if (direction == null) {
            return;
        }
        double along = direction == Direction.UP ? score : -score;
        peak = Math.max(peak, along);
        if (along < 0.20 || along <= 0.6 * peak) {
            endedDirection = direction;
            endedNs = nowNs;
            mayEnter = false;
            toNeutral();
        } else {
            strength = strengthFrom(strength, along);
            if (reported != null && reported.compareTo(strength) > 0) {
                reported = strength;
            }
        }
    }

    private void enter(double score, long nowNs) {
        double size = Math.abs(score);
        if (direction != null) {
            return;
        }
        if (size < 0.20) {
            mayEnter = true;
        }
        if (mayEnter && size >= 0.30) {
            direction = score > 0 ? Direction.UP : Direction.DOWN;
            strength = strengthFrom(Strength.WEAK, size);
            peak = size;
            enteredNs = nowNs;
        }
    }

    private boolean isWorthTelling(double score, long nowNs) {
        if (direction == null || lastEventNs != null && nowNs - lastEventNs < NS_PER_S) {
            return false;
        }
        if (reported == null || strength.compareTo(reported) > 0) {
            return true;
        }
        return strength != Strength.WEAK && nowNs - lastEventNs >= 60 * NS_PER_S
                && Math.abs(Math.abs(score) - Math.abs(lastEventScore)) >= 0.10;
    }

    private void raise(PlainTrade trade, double score, double shortScore, double mediumScore, double longScore) {
        reported = strength;
        lastEventNs = trade.timeNs();
        lastEventScore = score;
        if (direction == Direction.UP) {
            ups++;
        } else {
            downs++;
        }
        boolean turned = endedDirection == direction.opposite() && trade.timeNs() - endedNs < 600 * NS_PER_S;
        Map<String, Object> details = new HashMap<>();
        details.put("strength", strength);
        details.put("score", score);
        details.put("short_score", shortScore);
        details.put("medium_score", mediumScore);
        details.put("long_score", longScore);
        details.put("age", trade.timeNs() - enteredNs);
        details.put("count_up", ups);
        details.put("count_down", downs);
        details.put("reversal", !turned ? null : direction == Direction.UP ? "down-now-up" : "up-now-down");
        symbol.raise(EventType.TREND, trade, trade.priceMicros(), direction, details);
    }

    private static Strength strengthFrom(Strength before, double size) {
        if (size >= 0.60 || before == Strength.STRONG && size >= 0.50) {
            return Strength.STRONG;
        }
        return size >= 0.45 || before != Strength.WEAK && size >= 0.35 ? Strength.MODERATE : Strength.WEAK;
    }

    private void toNeutral() {
        direction = null;
        strength = null;
        reported = null;
        peak = 0;
    }
}
