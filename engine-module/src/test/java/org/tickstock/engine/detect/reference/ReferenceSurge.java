package org.tickstock.engine.detect.reference;

import java.util.ArrayList;
import java.util.List;
import org.tickstock.engine.event.Direction;
import org.tickstock.engine.event.Strength;
import org.tickstock.engine.event.SurgeEvent;
import org.tickstock.engine.event.SurgeEvent.Trigger;
import org.tickstock.engine.market.MarketSession;

/** Section 3 of the rules. */
final class ReferenceSurge {

    private static final long NS_PER_S = 1_000_000_000L;

    private final ReferenceSymbol symbol;
    private final List<SurgeEvent> told = new ArrayList<>();
    private int dailyCount;

    ReferenceSurge(ReferenceSymbol symbol) {
        this.symbol = symbol;
    }

    void newDay() {
        dailyCount = 0;
    }

    void newSession() {
        told.clear();
    }

    /** Direction of the last surge of the session if it is younger than this, or null. */
    Direction directionWithin(int seconds, Print now) {
        if (told.isEmpty() || !now.isWithin(seconds, ReferenceSymbol.last(told).tsEventNs())) {
            return null;
        }
        return ReferenceSymbol.last(told).direction();
    }

    void onPrint(Print now) {
        boolean regular = now.span().session() == MarketSession.REGULAR;
        boolean opening = regular && now.isWithin(15 * 60, now.span().startNs());
        boolean closing = regular && now.span().endNs() - now.tsNs() <= 30 * 60 * NS_PER_S;
        int interval = opening || closing ? 5 : 10;
        long s = now.second();
        long reference = reference(s - interval);
        long distance = now.price() - reference;
        if (reference == 0 || distance == 0) {
            return;
        }
        double baseline = volume(s - 21L * interval + 1, s - interval) / 20.0;
        if (baseline == 0 || stretchesTraded(s, interval) < 8) {
            return;
        }
        double sigma = symbol.sigma(interval);
        if (Double.isNaN(sigma)) {
            return;
        }
        double multiplier = volume(s - interval + 1, s) / baseline;
        long leastDistance = now.price() < 1_000_000 ? 200 : 20_000;
        double z = Math.abs(distance) < leastDistance ? 0 : (double) distance / reference / sigma;
        Trigger trigger = trigger(multiplier, Math.abs(z), regular ? 1 : 1.5);
        if (trigger == null) {
            return;
        }
        Direction direction = distance > 0 ? Direction.UP : Direction.DOWN;
        int cooldown = opening ? 45 : regular ? 60 : 120;
        if (isAllowed(direction, now, cooldown)) {
            double score = half(multiplier, 3 * (regular ? 1 : 1.5)) + half(Math.abs(z), 3);
            raise(now, direction, trigger, score, multiplier, z, new long[] {reference, interval});
        }
    }

    private void raise(Print now, Direction direction, Trigger trigger, double score, double multiplier, double z,
            long[] referenceAndInterval) {
        long reference = referenceAndInterval[0];
        String reversal = directionWithin(300, now) != direction.opposite() ? null
                : direction == Direction.UP ? "down-now-up" : "up-now-down";
        dailyCount++;
        SurgeEvent event = new SurgeEvent(symbol.origin(now, now.price()), direction, trigger,
                score >= 80 ? Strength.STRONG : score >= 60 ? Strength.MODERATE : Strength.WEAK, score,
                (double) (now.price() - reference) / reference * 100, multiplier, z, reference,
                (int) referenceAndInterval[1], now.tsNs() + 30 * NS_PER_S, reversal, dailyCount,
                count(Direction.UP) + (direction == Direction.UP ? 1 : 0),
                count(Direction.DOWN) + (direction == Direction.DOWN ? 1 : 0));
        told.add(event);
        symbol.raise(event);
    }

    private static Trigger trigger(double multiplier, double sigmas, double times) {
        if (multiplier >= 3.0 * times && sigmas >= 3) {
            return Trigger.PRICE_AND_VOLUME;
        }
        if (multiplier >= 6.0 * times && sigmas >= 2) {
            return Trigger.VOLUME;
        }
        return sigmas >= 5 && multiplier >= 1.5 * times ? Trigger.PRICE : null;
    }

    private boolean isAllowed(Direction direction, Print now, int cooldown) {
        if (told.isEmpty()) {
            return true;
        }
        SurgeEvent last = ReferenceSymbol.last(told);
        boolean tooSoon = now.isWithin(last.direction() == direction ? cooldown : 15, last.tsEventNs());
        return !tooSoon && told.stream().filter(event -> now.isWithin(30 * 60, event.tsEventNs())).count() < 5;
    }

    private static double half(double x, double threshold) {
        if (x <= threshold / 2) {
            return 0;
        }
        if (x <= threshold) {
            return 25 * (x - threshold / 2) / (threshold / 2);
        }
        return x >= 2 * threshold ? 50 : 25 + 25 * (x - threshold) / threshold;
    }

    /** Volume of these seconds, both included. */
    private double volume(long from, long to) {
        double volume = 0;
        for (Print print : symbol.runPrints()) {
            volume += print.second() >= from && print.second() <= to ? print.volume() : 0;
        }
        return volume;
    }

    /** Last price at or before {@code second}, at most a minute older; 0 where there is none. */
    private long reference(long second) {
        long price = 0;
        for (Print print : symbol.runPrints()) {
            price = print.second() <= second && print.second() >= second - 60 ? print.price() : price;
        }
        return price;
    }

    private long stretchesTraded(long s, int interval) {
        return symbol.runPrints().stream().mapToLong(print -> s - interval - print.second())
                .filter(age -> age >= 0 && age < 20L * interval).map(age -> age / interval).distinct().count();
    }

    private int count(Direction side) {
        return (int) told.stream().filter(event -> event.direction() == side).count();
    }
}
