package org.tickstock.engine.detect.reference;

import java.util.ArrayList;
import java.util.List;
import org.tickstock.engine.event.Direction;
import org.tickstock.engine.event.Strength;
import org.tickstock.engine.event.TrendEvent;
import org.tickstock.engine.event.TrendEvent.Window;

/** Section 2 of the rules. */
final class ReferenceTrend {

    /** One second that traded. */
    private record Bucket(long second, long price, long volume, int sign) {
    }

    private final ReferenceSymbol symbol;
    private final List<TrendEvent> told = new ArrayList<>();
    private Direction direction;
    private Strength strength;
    private Strength known;
    private double peak;
    private Print enteredAt;
    private boolean mayEnter;
    private Direction ended;
    private Print endedAt;

    ReferenceTrend(ReferenceSymbol symbol) {
        this.symbol = symbol;
    }

    void newSession() {
        told.clear();
        ended = null;
        interrupt();
    }

    void interrupt() {
        direction = null;
        mayEnter = true;
    }

    Direction direction() {
        return direction;
    }

    void onSecondClosed(Print now) {
        List<Bucket> buckets = buckets();
        long closed = ReferenceSymbol.last(buckets).second();
        double sigma10 = symbol.sigma10();
        if (closed - buckets.get(0).second() < 180 || Double.isNaN(sigma10)) {
            return;
        }
        Window[] windows = {window(buckets, 180), window(buckets, 360), window(buckets, 600)};
        double score = 0.3 * windows[0].score() + 0.4 * windows[1].score() + 0.3 * windows[2].score();
        if (direction != null) {
            goOn(direction == Direction.UP ? score : -score, now);
        }
        if (direction == null) {
            enter(score, now);
        }
        if (direction != null && isWorthTelling(score, now)) {
            raise(now, score, windows, sigma10);
        }
    }

    private void goOn(double along, Print now) {
        peak = Math.max(peak, along);
        if (along < 0.20 || along <= 0.6 * peak) {
            ended = direction;
            endedAt = now;
            direction = null;
            mayEnter = false;
            return;
        }
        Strength from = strength;
        if (along >= 0.60 || from == Strength.STRONG && along >= 0.50) {
            strength = Strength.STRONG;
        } else if (along >= 0.45 || from != Strength.WEAK && along >= 0.35) {
            strength = Strength.MODERATE;
        } else {
            strength = Strength.WEAK;
        }
        if (known != null && strength.compareTo(known) < 0) {
            known = strength;
        }
    }

    private void enter(double score, Print now) {
        double size = Math.abs(score);
        if (size < 0.20) {
            mayEnter = true;
        }
        if (mayEnter && size >= 0.30) {
            direction = score > 0 ? Direction.UP : Direction.DOWN;
            strength = size >= 0.60 ? Strength.STRONG : size >= 0.45 ? Strength.MODERATE : Strength.WEAK;
            known = null;
            peak = size;
            enteredAt = now;
        }
    }

    private boolean isWorthTelling(double score, Print now) {
        if (!told.isEmpty() && now.isWithin(1, ReferenceSymbol.last(told).tsEventNs())) {
            return false;
        }
        if (known == null || strength.compareTo(known) > 0) {
            return true;
        }
        TrendEvent last = ReferenceSymbol.last(told);
        return strength != Strength.WEAK && !now.isWithin(60, last.tsEventNs())
                && Math.abs(Math.abs(score) - Math.abs(last.score())) >= 0.10;
    }

    private void raise(Print now, double score, Window[] windows, double sigma10) {
        known = strength;
        String reversal = null;
        if (ended == direction.opposite() && now.isWithin(600, endedAt.tsNs())) {
            reversal = ended == Direction.UP ? "up-now-down" : "down-now-up";
        }
        int ups = count(Direction.UP) + (direction == Direction.UP ? 1 : 0);
        int downs = count(Direction.DOWN) + (direction == Direction.DOWN ? 1 : 0);
        TrendEvent event = new TrendEvent(symbol.origin(now, now.price()), direction, strength, score, windows[0],
                windows[1], windows[2], now.tsNs() - enteredAt.tsNs(), reversal, ups, downs,
                new TrendEvent.Basis(sigma10, 0.5, 0.3, 0.2, 0.30, 0.45, 0.60));
        told.add(event);
        symbol.raise(event);
    }

    private int count(Direction side) {
        return (int) told.stream().filter(event -> event.direction() == side).count();
    }

    /** Every second of this run of prints; the sign is of the change to the second that traded before it. */
    private List<Bucket> buckets() {
        List<Bucket> buckets = new ArrayList<>();
        List<Print> prints = symbol.runPrints();
        long volume = 0;
        for (int i = 0; i < prints.size(); i++) {
            Print print = prints.get(i);
            volume += print.volume();
            if (i + 1 == prints.size() || prints.get(i + 1).second() != print.second()) {
                int sign = buckets.isEmpty() ? 0 : Long.signum(print.price() - ReferenceSymbol.last(buckets).price());
                buckets.add(new Bucket(print.second(), print.price(), volume, sign));
                volume = 0;
            }
        }
        return buckets;
    }

    private Window window(List<Bucket> all, int seconds) {
        Bucket last = ReferenceSymbol.last(all);
        int from = all.size();
        while (from > 0 && all.get(from - 1).second() > last.second() - seconds) {
            from--;
        }
        List<Bucket> in = all.subList(from, all.size());
        if (in.size() < 12) {
            return new Window(seconds, in.size(), 0, 0, 0, 0);
        }
        double meanPrice = in.stream().mapToLong(Bucket::price).average().orElseThrow();
        double price = clamp(slope(in, meanPrice) * seconds / meanPrice / (3 * symbol.sigma(seconds)));
        double dayVwap = symbol.vwapMicros();
        double vwap = Double.isNaN(dayVwap) ? 0
                : clamp((last.price() - dayVwap) / dayVwap / (3 * symbol.sigma(600)));
        double signed = in.stream().mapToDouble(bucket -> (double) bucket.sign() * bucket.volume()).sum();
        double volume = in.stream().mapToDouble(Bucket::volume).sum();
        double share = volume == 0 ? 0 : signed / volume;
        double score = Math.abs(price) < 0.1 ? 0 : 0.5 * price + 0.3 * vwap + 0.2 * share;
        return new Window(seconds, in.size(), price, vwap, share, score);
    }

    /** Least squares, by the textbook: around both means. */
    private static double slope(List<Bucket> in, double meanPrice) {
        long origin = in.get(0).second();
        double meanX = in.stream().mapToLong(bucket -> bucket.second() - origin).average().orElseThrow();
        double products = 0;
        double squares = 0;
        for (Bucket bucket : in) {
            double x = bucket.second() - origin - meanX;
            products += x * (bucket.price() - meanPrice);
            squares += x * x;
        }
        return products / squares;
    }

    private static double clamp(double value) {
        return value > 1 ? 1 : value < -1 ? -1 : value;
    }
}
