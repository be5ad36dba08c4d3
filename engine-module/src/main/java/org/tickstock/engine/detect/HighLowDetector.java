package org.tickstock.engine.detect;

import org.tickstock.engine.detect.RaisedExtremes.Raised;
import org.tickstock.engine.event.Direction;
import org.tickstock.engine.event.EventRevision;
import org.tickstock.engine.event.EventRevision.Status;
import org.tickstock.engine.event.EventSink;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.event.HighLowEvent;
import org.tickstock.engine.event.HighLowEvent.Reversal;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.SessionSpan;
import org.tickstock.engine.market.Tick;

/**
 * Raises an event when a session extreme passes the last reported one by enough, at most once a second and side.
 *
 * <p>Extremes are always kept; what a cooldown holds back is reported at the next trade after it. When the trade that
 * printed a reported extreme is taken back, the event is revised to what is left where that would have been an event
 * too, else retracted.
 * <p>Thread: stateless; may be shared. The state belongs to the calling lane.
 * <p>Units: micro-dollars, percent points, nanoseconds UTC.
 * <p>Source: detection rules, section 1.
 */
public final class HighLowDetector implements Detector {

    private static final long NS_PER_MS = 1_000_000L;
    private static final long NS_PER_S = 1_000_000_000L;
    private static final long SURGE_FLAG_NS = 30 * NS_PER_S;
    private static final double MOST = 50;
    private static final double MICROS = 1e6;

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
            range.seed(tick);
            return;
        }
        range.include(tick);
        double multiplier = multiplier(state.span(), tick.tsEventNs);
        if (range.highMicros > range.reportedHighMicros && isDue(Direction.UP, range, tick.tsEventNs, multiplier)) {
            raise(Direction.UP, tick, state, out, multiplier);
        }
        if (range.lowMicros < range.reportedLowMicros && isDue(Direction.DOWN, range, tick.tsEventNs, multiplier)) {
            raise(Direction.DOWN, tick, state, out, multiplier);
        }
    }

    @Override
    public boolean explains(EventType type) {
        return type == EventType.HIGH || type == EventType.LOW;
    }

    @Override
    public void explain(EventType type, Tick tick, SymbolState state, Gates gates) {
        SessionRange range = state.range;
        if (!gates.need("prints_before", range.isSeeded() ? 1 : 0, ">=", 1, range.isSeeded())) {
            return;
        }
        range.include(tick);
        Direction side = type == EventType.HIGH ? Direction.UP : Direction.DOWN;
        double multiplier = multiplier(state.span(), tick.tsEventNs);
        long extreme = range.extremeMicros(side);
        long reported = range.reportedMicros(side);
        long distance = range.distanceMicros(side);
        long lastNs = range.lastEventNs(side);
        HighLowThresholds.Band band = thresholds.bandOf(extreme);
        gates.fact("extreme", extreme / MICROS);
        gates.fact("last_reported", reported / MICROS);
        gates.fact("multiplier", multiplier);
        gates.need("beyond_last_reported_usd", distance / MICROS, ">", 0, distance > 0);
        gates.need("since_last_event_s", lastNs == SessionRange.NEVER ? Double.POSITIVE_INFINITY
                : (double) (tick.tsEventNs - lastNs) / NS_PER_S, ">=", thresholds.cooldownMs() / 1e3,
                isCool(tick.tsEventNs, lastNs));
        gates.either("dollars", "distance_usd", distance / MICROS, ">=", needMicros(band, multiplier) / MICROS,
                isEnoughDollars(distance, band, multiplier));
        gates.either("percent", "distance_pct", percent(distance, reported), ">=", needPct(band, multiplier),
                isEnoughPercent(distance, reported, band, multiplier));
    }

    @Override
    public void onTakenBack(TakenBack trade, SymbolState state, EventSink out) {
        state.raised.by(trade.message().tradeKey).forEach(raised -> revise(raised, trade, state, out));
        if (state.span().session() == trade.session()) {
            SessionStatistics statistics = state.statistics.of(trade.session());
            state.range.restore(statistics);
            for (Direction side : Direction.values()) {
                long standingMicros = standingMicros(trade.session(), side, state);
                if (standingMicros > 0) {
                    state.range.report(side, standingMicros);
                }
            }
        }
    }

    /** The last reported price of a side that stands; before the first report, the first print's. */
    private static long standingMicros(MarketSession session, Direction side, SymbolState state) {
        Raised newest = state.raised.newest(session, side);
        return newest == null ? state.statistics.of(session).firstLiveMicros(side) : newest.priceMicros;
    }

    private void raise(Direction side, Tick tick, SymbolState state, EventSink out, double multiplier) {
        SessionRange range = state.range;
        boolean high = side == Direction.UP;
        long price = high ? range.highMicros : range.lowMicros;
        long previous = high ? range.reportedHighMicros : range.reportedLowMicros;
        Reversal reversal = reversal(side, range, tick.tsEventNs);
        range.report(side, price);
        if (high) {
            range.lastHighEventNs = tick.tsEventNs;
            range.highCount++;
        } else {
            range.lastLowEventNs = tick.tsEventNs;
            range.lowCount++;
        }
        range.remember(side, price, tick.tsEventNs);
        HighLowThresholds.Band band = thresholds.bandOf(price);
        double significance = Math.min(Math.abs(state.percentChange(price)) * 10, MOST)
                + Math.min(state.relVolume() * 25, MOST);
        HighLowEvent event = new HighLowEvent(state.origin(tick, price), side,
                high ? range.highNs : range.lowNs, previous, range.highMicros, range.lowMicros,
                range.highCount, range.lowCount, reversal, significance,
                state.trend.direction, surgeFlag(state.surge, tick.tsEventNs),
                (long) Math.min(Long.MAX_VALUE, needMicros(band, multiplier)),
                needPct(band, multiplier));
        state.raised.add(event, high ? range.highKey : range.lowKey);
        out.offer(event);
    }

    /** What an event reported was printed by a trade that does not stand: the event is put right, or taken back. */
    private static void revise(Raised raised, TakenBack trade, SymbolState state, EventSink out) {
        BestPrints live = state.statistics.of(raised.session).live(raised.side);
        long wasMicros = raised.priceMicros;
        boolean isNewest = state.raised.newest(raised.session, raised.side) == raised;
        raised.isRetracted = true;
        boolean wasThere = live.priceMicros() == wasMicros || !live.isEmpty() && live.timeNs() <= raised.raisedNs;
        boolean stands = isNewest && wasThere
                && reaches(live.priceMicros(), standingMicros(raised.session, raised.side, state), raised);
        if (stands) {
            raised.isRetracted = false;
            raised.priceMicros = live.priceMicros();
            raised.tradeKey = live.tradeKey();
        }
        long nowMicros = live.isEmpty() ? wasMicros : live.priceMicros();
        out.offer(new EventRevision(state.origin(trade.message(), nowMicros), raised.session, raised.side,
                raised.ordinal, stands ? Status.REVISED : Status.RETRACTED, trade.reason(), wasMicros,
                live.timeNs()));
    }

    private static boolean reaches(long priceMicros, long baseMicros, Raised raised) {
        long distance = raised.side == Direction.UP ? priceMicros - baseMicros : baseMicros - priceMicros;
        return distance > 0 && baseMicros > 0
                && (distance >= raised.needMicros || (double) distance * 100 / baseMicros >= raised.needPct);
    }

    private boolean isCool(long nowNs, long lastNs) {
        return lastNs == SessionRange.NEVER || nowNs - lastNs >= thresholds.cooldownMs() * NS_PER_MS;
    }

    private boolean isDue(Direction side, SessionRange range, long nowNs, double multiplier) {
        if (!isCool(nowNs, range.lastEventNs(side))) {
            return false;
        }
        long distance = range.distanceMicros(side);
        HighLowThresholds.Band band = thresholds.bandOf(range.extremeMicros(side));
        return isEnoughDollars(distance, band, multiplier)
                || isEnoughPercent(distance, range.reportedMicros(side), band, multiplier);
    }

    private static boolean isEnoughDollars(long distanceMicros, HighLowThresholds.Band band, double multiplier) {
        return distanceMicros >= needMicros(band, multiplier);
    }

    private static boolean isEnoughPercent(long distanceMicros, long reportedMicros, HighLowThresholds.Band band,
            double multiplier) {
        return percent(distanceMicros, reportedMicros) >= needPct(band, multiplier);
    }

    private static double percent(long distanceMicros, long reportedMicros) {
        return (double) distanceMicros * 100 / reportedMicros;
    }

    private static double needMicros(HighLowThresholds.Band band, double multiplier) {
        return band.dollarsMicros() * multiplier;
    }

    private static double needPct(HighLowThresholds.Band band, double multiplier) {
        return band.percent() * multiplier;
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
