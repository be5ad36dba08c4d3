package org.tickstock.app.emit.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tickstock.app.emit.plain.PlainBuckets.Bucket;

/** Section 2 of the rules. */
final class PlainTrend {

    private static final String[] STRENGTHS = {"weak", "moderate", "strong"};

    private int direction;
    private int strength;
    private int reported;
    private boolean mayEnter = true;
    private double peak;
    private long lastNs;
    private double lastScore;

    private List<PlainGate> gates = List.of();
    private double score;

    void interrupt() {
        direction = 0;
        reported = 0;
        peak = 0;
        mayEnter = true;
    }

    void newSession() {
        interrupt();
        lastNs = 0;
    }

    /** What the rule asked for when it looked last. */
    List<PlainGate> gates() {
        return gates;
    }

    /** Judges the second that this print closes; what it raises, or null. */
    Map<String, Object> judge(PlainBuckets buckets, double vwapMicros, long ns) {
        gates = new ArrayList<>();
        long watched = buckets.newest().second - buckets.run().get(0).second;
        gates.add(PlainGate.atLeast("ten_second_returns", buckets.returns(), 30));
        gates.add(PlainGate.atLeast("watched_s", watched, 180));
        if (!PlainDay.passes(gates)) {
            return null;
        }
        score = 0.3 * scoreOf(180, buckets, vwapMicros) + 0.4 * scoreOf(360, buckets, vwapMicros)
            + 0.3 * scoreOf(600, buckets, vwapMicros);
        if (direction == 0) {
            enter();
        } else {
            goOn();
        }
        if (direction == 0) {
            return null;
        }
        return tells(ns) ? raise(ns) : null;
    }

    private void enter() {
        double size = Math.abs(score);
        mayEnter |= size < 0.20;
        gates.add(PlainGate.atLeast("score_size", size, 0.30));
        gates.add(new PlainGate("quiet_since_last_trend", mayEnter ? 1 : 0, "=", 1, mayEnter, null));
        if (mayEnter && size >= 0.30) {
            direction = score > 0 ? 1 : -1;
            strength = size >= 0.60 ? 3 : size >= 0.45 ? 2 : 1;
            reported = 0;
            peak = size;
        }
    }

    private void goOn() {
        double along = direction * score;
        peak = Math.max(peak, along);
        gates.add(PlainGate.atLeast("score_along_trend", along, 0.20));
        gates.add(new PlainGate("score_against_peak", along, ">", 0.6 * peak, along > 0.6 * peak, null));
        if (along < 0.20 || along <= 0.6 * peak) {
            direction = 0;
            reported = 0;
            peak = 0;
            mayEnter = Math.abs(score) < 0.20;
            return;
        }
        int entered = along >= 0.60 ? 3 : along >= 0.45 ? 2 : 1;
        int kept = strength == 3 && along >= 0.50 ? 3 : strength >= 2 && along >= 0.35 ? 2 : 1;
        strength = Math.max(entered, kept);
        reported = Math.min(reported, strength);
    }

    private boolean tells(long ns) {
        double since = lastNs == 0 ? Double.POSITIVE_INFINITY : (ns - lastNs) / 1e9;
        double change = Math.abs(Math.abs(score) - Math.abs(lastScore));
        gates.add(PlainGate.atLeast("since_last_event_s", since, 1));
        gates.add(new PlainGate("strength", strength, ">", reported, strength > reported, "grown"));
        gates.add(new PlainGate("strength", strength, ">", 1, strength > 1, "lasting"));
        gates.add(PlainGate.atLeast("since_last_event_s", since, 60).in("lasting"));
        gates.add(PlainGate.atLeast("score_change", change, 0.10).in("lasting"));
        return PlainDay.passes(gates);
    }

    private Map<String, Object> raise(long ns) {
        reported = strength;
        lastNs = ns;
        lastScore = score;
        return Map.of("score", score, "strength", STRENGTHS[strength - 1], "direction", direction > 0 ? "up" : "down");
    }

    private static double scoreOf(int seconds, PlainBuckets buckets, double vwapMicros) {
        long now = buckets.newest().second;
        List<Bucket> in = buckets.run().stream().skip(Math.max(0, buckets.run().size() - seconds))
            .filter(bucket -> bucket.second > now - seconds).toList();
        if (in.size() < 12) {
            return 0;
        }
        double meanPrice = 0;
        double meanX = 0;
        double volume = 0;
        double signed = 0;
        for (Bucket bucket : in) {
            meanPrice += (double) bucket.price / in.size();
            meanX += (double) (bucket.second - now) / in.size();
            volume += bucket.volume;
            signed += (double) bucket.sign * bucket.volume;
        }
        double products = 0;
        double squares = 0;
        for (Bucket bucket : in) {
            double x = bucket.second - now - meanX;
            products += x * (bucket.price - meanPrice);
            squares += x * x;
        }
        double price = clamp(products / squares * seconds / meanPrice / (3 * buckets.sigma(seconds)));
        double vwap = Double.isNaN(vwapMicros) ? 0
            : clamp((buckets.newest().price - vwapMicros) / vwapMicros / (3 * buckets.sigma(600)));
        return Math.abs(price) < 0.1 ? 0 : 0.5 * price + 0.3 * vwap + 0.2 * (volume == 0 ? 0 : signed / volume);
    }

    private static double clamp(double value) {
        return Math.max(-1, Math.min(1, value));
    }
}
