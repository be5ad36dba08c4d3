package org.tickstock.engine.detect;

import org.tickstock.engine.event.Direction;
import org.tickstock.engine.event.EventSink;
import org.tickstock.engine.event.HighLowEvent;
import org.tickstock.engine.event.HighLowEvent.Reversal;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.SessionSpan;
import org.tickstock.engine.market.Tick;

/**
 * Raises an event when a session extreme passes the last reported one by enough, at most once a second and side.
 *
 * <p>Extremes are always kept; what a cooldown holds back is reported at the next trade after it.
 * <p>Thread: stateless; may be shared. The state belongs to the calling lane.
 * <p>Units: micro-dollars, percent points, nanoseconds UTC.
 * <p>Source: detection rules, section 1.
 */
public final class HighLowDetector implements Detector {

    private static final long NS_PER_MS = 1_000_000L;
    private static final long NS_PER_S = 1_000_000_000L;
    private static final long SURGE_FLAG_NS = 30 * NS_PER_S;
    private static final double MOST = 50;

    private final HighLowThresholds thresholds;

    /** A detector with these thresholds. */
    public HighLowDetector(HighLowThresholds thresholds) {
        this.thresholds = thresholds;
    }

    @Override
    public String name() {
        return "highlow";
    }

    @Override
    public Phase phase() {
        return Phase.EXTREMES;
    }

    @Override
    public void onTick(Tick tick, SymbolState state, EventSink out) {
        SessionRange range = state.range;
        if (!range.isSeeded()) {
            range.seed(tick.highMicros, tick.lowMicros, tick.tsEventNs);
            return;
        }
        range.include(tick.highMicros, tick.lowMicros, tick.tsEventNs);
        double multiplier = multiplier(state.span(), tick.tsEventNs);
        if (range.highMicros > range.reportedHighMicros && isCool(tick.tsEventNs, range.lastHighEventNs)
                && isEnough(range.highMicros - range.reportedHighMicros, range.reportedHighMicros, range.highMicros,
                        multiplier)) {
            raise(Direction.UP, tick, state, out, multiplier);
        }
        if (range.lowMicros < range.reportedLowMicros && isCool(tick.tsEventNs, range.lastLowEventNs)
                && isEnough(range.reportedLowMicros - range.lowMicros, range.reportedLowMicros, range.lowMicros,
                        multiplier)) {
            raise(Direction.DOWN, tick, state, out, multiplier);
        }
    }

    private void raise(Direction side, Tick tick, SymbolState state, EventSink out, double multiplier) {
        SessionRange range = state.range;
        boolean high = side == Direction.UP;
        long price = high ? range.highMicros : range.lowMicros;
        long previous = high ? range.reportedHighMicros : range.reportedLowMicros;
        Reversal reversal = reversal(side, range, tick.tsEventNs);
        if (high) {
            range.reportedHighMicros = price;
            range.lastHighEventNs = tick.tsEventNs;
            range.highCount++;
        } else {
            range.reportedLowMicros = price;
            range.lastLowEventNs = tick.tsEventNs;
            range.lowCount++;
        }
        range.remember(side, price, tick.tsEventNs);
        HighLowThresholds.Band band = thresholds.bandOf(price);
        double significance = Math.min(Math.abs(state.percentChange(price)) * 10, MOST)
                + Math.min(state.relVolume() * 25, MOST);
        out.offer(new HighLowEvent(state.origin(tick, price), side, high ? range.highNs : range.lowNs, previous,
                range.highMicros, range.lowMicros, range.highCount, range.lowCount, reversal, significance,
                state.trend.direction, surgeFlag(state.surge, tick.tsEventNs),
                (long) Math.min(Long.MAX_VALUE, band.dollarsMicros() * multiplier), band.percent() * multiplier));
    }

    private boolean isCool(long nowNs, long lastNs) {
        return lastNs == SessionRange.NEVER || nowNs - lastNs >= thresholds.cooldownMs() * NS_PER_MS;
    }

    private boolean isEnough(long distanceMicros, long reportedMicros, long priceMicros, double multiplier) {
        HighLowThresholds.Band band = thresholds.bandOf(priceMicros);
        return distanceMicros >= band.dollarsMicros() * multiplier
                || (double) distanceMicros * 100 / reportedMicros >= band.percent() * multiplier;
    }

    private double multiplier(SessionSpan span, long nowNs) {
        if (span.session() != MarketSession.REGULAR) {
            return thresholds.extendedMultiplier();
        }
        boolean opening = nowNs - span.startNs() < thresholds.openingMinutes() * 60 * NS_PER_S;
        return opening ? thresholds.openingMultiplier() : 1.0;
    }

    private Reversal reversal(Direction side, SessionRange range, long nowNs) {
        Direction other = side.opposite();
        if (range.lastSide() != other || nowNs - range.lastEventNs() > thresholds.reversalWindowS() * NS_PER_S) {
            return null;
        }
        boolean doubled = range.alternatesTo(other);
        String kind = side == Direction.UP ? doubled ? "W-bottom" : "V-bottom" : doubled ? "M-top" : "V-top";
        return new Reversal(kind, nowNs - range.lastEventNs(), range.lastEventMicros());
    }

    private static Direction surgeFlag(SurgeState surge, long nowNs) {
        return surge.lastNs != SurgeState.NEVER && nowNs - surge.lastNs < SURGE_FLAG_NS ? surge.lastDirection : null;
    }
}
