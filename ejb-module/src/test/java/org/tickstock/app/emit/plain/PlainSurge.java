package org.tickstock.app.emit.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tickstock.app.emit.plain.PlainBuckets.Bucket;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.SessionSpan;

/** Section 3 of the rules. */
final class PlainSurge {

    private static final long MINUTE_NS = 60_000_000_000L;

    private final List<Long> toldNs = new ArrayList<>();
    private int lastDirection;

    private List<PlainGate> gates = List.of();

    void newSession() {
        toldNs.clear();
        lastDirection = 0;
    }

    /** What the rule asked for when it looked last. */
    List<PlainGate> gates() {
        return gates;
    }

    /** Judges a print that is in the buckets already; what it raises, or null. Of few prints all figures are wanted. */
    Map<String, Object> judge(PlainBuckets buckets, long ns, long price, SessionSpan span, boolean isWanted) {
        gates = new ArrayList<>();
        boolean isRegular = span.session() == MarketSession.REGULAR;
        boolean isOpening = isRegular && ns - span.startNs() < 15 * MINUTE_NS;
        boolean isClosing = isRegular && span.endNs() - ns <= 30 * MINUTE_NS;
        int interval = isOpening || isClosing ? 5 : 10;
        long second = buckets.newest().second;
        gates.add(PlainGate.atLeast("ten_second_returns", buckets.returns(), 30));
        if (!PlainDay.passes(gates)) {
            return null;
        }
        Bucket reference = buckets.newestUpTo(second - interval);
        double age = reference == null ? Double.POSITIVE_INFINITY : second - interval - reference.second;
        gates.add(new PlainGate("reference_age_s", age, "<=", 60, age <= 60, null));
        if (age > 60) {
            return null;
        }
        long from = second - 21L * interval;
        long baseline = buckets.volume(from, second - interval);
        double multiplier = baseline == 0 ? 0 : buckets.volume(second - interval, second) * 20.0 / baseline;
        // no way of the three asks for less volume
        if (multiplier < 1.5 && !isWanted) {
            return null;
        }
        long distance = price - reference.price;
        boolean isTiny = Math.abs(distance) < (price < 1_000_000 ? 200 : 20_000);
        double z = isTiny ? 0 : (double) distance / reference.price / buckets.sigma(interval);
        addWays(multiplier, Math.abs(z), isRegular ? 3 : 4.5);
        gates.add(PlainGate.atLeast("baseline_intervals_traded", traded(buckets, second, interval), 8));
        addPauses(distance > 0 ? 1 : -1, ns, isOpening ? 45 : isRegular ? 60 : 120);
        if (!PlainDay.passes(gates)) {
            return null;
        }
        toldNs.add(ns);
        lastDirection = distance > 0 ? 1 : -1;
        return Map.of("volume_multiplier", multiplier, "z", z, "reference_price", reference.price / 1e6,
            "interval_s", (double) interval, "direction", distance > 0 ? "up" : "down");
    }

    private void addWays(double multiplier, double sigmas, double volume) {
        addWay("price_and_volume", multiplier, volume, sigmas, 3);
        addWay("volume", multiplier, 2 * volume, sigmas, 2);
        addWay("price", multiplier, volume / 2, sigmas, 5);
    }

    private void addWay(String way, double multiplier, double leastMultiplier, double sigmas, double leastSigmas) {
        gates.add(PlainGate.atLeast("volume_multiplier", multiplier, leastMultiplier).in(way));
        gates.add(PlainGate.atLeast("sigmas", sigmas, leastSigmas).in(way));
    }

    private void addPauses(int direction, long ns, int cooldown) {
        int told = toldNs.size();
        double sinceLast = told == 0 ? Double.POSITIVE_INFINITY : (ns - toldNs.get(told - 1)) / 1e9;
        double sinceFifth = told < 5 ? Double.POSITIVE_INFINITY : (ns - toldNs.get(told - 5)) / 1e9;
        int pause = told == 0 ? 0 : direction == lastDirection ? cooldown : 15;
        gates.add(PlainGate.atLeast("since_last_event_s", sinceLast, pause));
        gates.add(PlainGate.atLeast("since_event_5_before_s", sinceFifth, 1_800));
    }

    private static int traded(PlainBuckets buckets, long second, int interval) {
        TreeSet<Long> stretches = new TreeSet<>();
        List<Bucket> run = buckets.run();
        for (int i = run.size() - 1; i >= 0 && run.get(i).second > second - 21L * interval; i--) {
            long age = second - interval - run.get(i).second;
            if (age >= 0) {
                stretches.add(age / interval);
            }
        }
        return stretches.size();
    }
}
