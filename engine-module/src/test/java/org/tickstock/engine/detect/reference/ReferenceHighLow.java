package org.tickstock.engine.detect.reference;

import java.util.ArrayList;
import java.util.List;
import org.tickstock.engine.event.Direction;
import org.tickstock.engine.event.HighLowEvent;
import org.tickstock.engine.event.HighLowEvent.Reversal;
import org.tickstock.engine.market.MarketSession;

/** Section 1 of the rules. */
final class ReferenceHighLow {

    private final ReferenceSymbol symbol;
    private final List<HighLowEvent> told = new ArrayList<>();

    ReferenceHighLow(ReferenceSymbol symbol) {
        this.symbol = symbol;
    }

    void newSession() {
        told.clear();
    }

    void onPrint(Print now) {
        List<Print> prints = symbol.sessionPrints();
        if (prints.size() == 1) {
            return;
        }
        Print highest = prints.get(0);
        Print lowest = prints.get(0);
        for (Print print : prints) {
            highest = print.high() > highest.high() ? print : highest;
            lowest = print.low() < lowest.low() ? print : lowest;
        }
        long reportedHigh = lastOf(Direction.UP) == null ? prints.get(0).high() : priceOf(lastOf(Direction.UP));
        long reportedLow = lastOf(Direction.DOWN) == null ? prints.get(0).low() : priceOf(lastOf(Direction.DOWN));
        if (isDue(Direction.UP, now) && isEnough(highest.high() - reportedHigh, reportedHigh, highest.high(), now)) {
            raise(Direction.UP, now, highest, lowest, reportedHigh);
        }
        if (isDue(Direction.DOWN, now) && isEnough(reportedLow - lowest.low(), reportedLow, lowest.low(), now)) {
            raise(Direction.DOWN, now, highest, lowest, reportedLow);
        }
    }

    private void raise(Direction side, Print now, Print highest, Print lowest, long previous) {
        boolean up = side == Direction.UP;
        long price = up ? highest.high() : lowest.low();
        int ups = count(Direction.UP) + (up ? 1 : 0);
        int downs = count(Direction.DOWN) + (up ? 0 : 1);
        double significance = Math.min(Math.abs(symbol.percentChange(price)) * 10, 50)
                + Math.min(symbol.relVolume(now) * 25, 50);
        double[] need = need(price, now);
        HighLowEvent event = new HighLowEvent(symbol.origin(now, price), side, up ? highest.tsNs() : lowest.tsNs(),
                previous, highest.high(), lowest.low(), ups, downs, reversal(side, now), significance,
                symbol.trend().direction(), symbol.surge().directionWithin(30, now),
                Math.round(need[0] * 1e6), need[1]);
        told.add(event);
        symbol.raise(event);
    }

    private Reversal reversal(Direction side, Print now) {
        if (told.isEmpty()) {
            return null;
        }
        HighLowEvent previous = ReferenceSymbol.last(told);
        long sinceNs = now.tsNs() - previous.tsEventNs();
        if (previous.direction() == side || sinceNs > 300_000_000_000L) {
            return null;
        }
        StringBuilder sides = new StringBuilder();
        told.subList(Math.max(0, told.size() - 3), told.size()).forEach(event -> sides.append(event.direction()));
        String kind = side == Direction.UP ? "V-bottom" : "V-top";
        if (side == Direction.UP && sides.toString().equals("DOWNUPDOWN")) {
            kind = "W-bottom";
        } else if (side == Direction.DOWN && sides.toString().equals("UPDOWNUP")) {
            kind = "M-top";
        }
        return new Reversal(kind, sinceNs, priceOf(previous));
    }

    private boolean isDue(Direction side, Print now) {
        return lastOf(side) == null || now.tsNs() - lastOf(side).tsEventNs() >= 1_000_000_000L;
    }

    private static boolean isEnough(long distance, long reported, long extreme, Print now) {
        double[] need = need(extreme, now);
        return distance > 0 && (distance / 1e6 >= need[0] - 1e-12 || distance * 100.0 / reported >= need[1]);
    }

    /** USD and percent. */
    private static double[] need(long price, Print now) {
        double usd = price / 1e6;
        double[] need = usd < 1 ? new double[] {0.005, 0.20}
                : usd < 5 ? new double[] {0.01, 0.15}
                : usd < 25 ? new double[] {0.02, 0.10}
                : usd < 100 ? new double[] {0.05, 0.08}
                : new double[] {0.10, 0.05};
        double times = 1;
        if (now.span().session() != MarketSession.REGULAR) {
            times = 2;
        } else if (now.isWithin(15 * 60, now.span().startNs())) {
            times = 1.5;
        }
        return new double[] {need[0] * times, need[1] * times};
    }

    private HighLowEvent lastOf(Direction side) {
        return told.stream().filter(event -> event.direction() == side).reduce((first, second) -> second).orElse(null);
    }

    private int count(Direction side) {
        return (int) told.stream().filter(event -> event.direction() == side).count();
    }

    private static long priceOf(HighLowEvent event) {
        return event.origin().priceMicros();
    }
}
