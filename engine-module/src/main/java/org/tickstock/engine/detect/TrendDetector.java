package org.tickstock.engine.detect;

import org.tickstock.engine.event.Direction;
import org.tickstock.engine.event.EventSink;
import org.tickstock.engine.event.Strength;
import org.tickstock.engine.event.TrendEvent;
import org.tickstock.engine.market.Tick;

/**
 * Raises an event when a trend begins, grows stronger, or lasts with a changed score; judged once a second that traded.
 *
 * <p>Thread: stateless; may be shared. The state belongs to the calling lane.
 * <p>Units: scores -1 to 1, nanoseconds UTC.
 * <p>Source: detection rules, section 2.
 */
public final class TrendDetector implements Detector {

    private static final long NS_PER_S = 1_000_000_000L;
    private static final long LEAST_BETWEEN_NS = NS_PER_S;
    private static final long REVERSAL_NS = 600 * NS_PER_S;

    private final TrendThresholds thresholds;

    /** A detector with these thresholds. */
    public TrendDetector(TrendThresholds thresholds) {
        this.thresholds = thresholds;
    }

    @Override
    public String name() {
        return "trend";
    }

    @Override
    public Phase phase() {
        return Phase.SECOND_CLOSED;
    }

    @Override
    public void onTick(Tick tick, SymbolState state, EventSink out) {
        if (!TrendScore.isWarm(state)) {
            return;
        }
        double score = TrendScore.slide(state);
        advance(state.trend, score, tick.tsEventNs);
        if (mustTell(state.trend, score, tick.tsEventNs)) {
            note(state.trend, score, tick.tsEventNs);
            out.offer(event(tick, state, score));
        }
    }

    private TrendEvent event(Tick tick, SymbolState state, double score) {
        TrendState trend = state.trend;
        return new TrendEvent(state.origin(tick, tick.priceMicros), trend.direction, trend.strength, score,
                TrendScore.window(state, trend.shortWindow), TrendScore.window(state, trend.mediumWindow),
                TrendScore.window(state, trend.longWindow), tick.tsEventNs - trend.enteredNs,
                reversal(trend, tick.tsEventNs), trend.countUp, trend.countDown, basis(state));
    }

    private TrendEvent.Basis basis(SymbolState state) {
        return new TrendEvent.Basis(state.volatility.sigma10(), TrendScore.PRICE_WEIGHT, TrendScore.VWAP_WEIGHT,
                TrendScore.VOLUME_WEIGHT, thresholds.weakEnter(), thresholds.moderateEnter(), thresholds.strongEnter());
    }

    private void advance(TrendState trend, double score, long nowNs) {
        if (trend.direction != null) {
            double along = trend.direction == Direction.UP ? score : -score;
            trend.peak = Math.max(trend.peak, along);
            if (along < thresholds.weakLeave() || along <= thresholds.retracement() * trend.peak) {
                trend.end(nowNs);
            } else {
                trend.strength = strengthWithin(trend.strength, along);
                if (trend.reported != null && trend.reported.compareTo(trend.strength) > 0) {
                    trend.reported = trend.strength;
                }
            }
        }
        if (trend.direction == null) {
            enterIfDue(trend, score, nowNs);
        }
    }

    private void enterIfDue(TrendState trend, double score, long nowNs) {
        double size = Math.abs(score);
        trend.readyToEnter |= size < thresholds.weakLeave();
        if (trend.readyToEnter && size >= thresholds.weakEnter()) {
            trend.direction = score > 0 ? Direction.UP : Direction.DOWN;
            trend.strength = strengthOf(size);
            trend.peak = size;
            trend.enteredNs = nowNs;
        }
    }

    private boolean mustTell(TrendState trend, double score, long nowNs) {
        if (trend.direction == null) {
            return false;
        }
        long sinceNs = trend.lastEventNs == TrendState.NEVER ? Long.MAX_VALUE : nowNs - trend.lastEventNs;
        if (sinceNs < LEAST_BETWEEN_NS) {
            return false;
        }
        boolean grown = trend.reported == null || trend.strength.compareTo(trend.reported) > 0;
        boolean lasting = trend.strength != Strength.WEAK && sinceNs >= thresholds.repeatS() * NS_PER_S
                && Math.abs(Math.abs(score) - Math.abs(trend.lastEventScore)) >= thresholds.repeatScore();
        return grown || lasting;
    }

    private static void note(TrendState trend, double score, long nowNs) {
        trend.reported = trend.strength;
        trend.lastEventNs = nowNs;
        trend.lastEventScore = score;
        if (trend.direction == Direction.UP) {
            trend.countUp++;
        } else {
            trend.countDown++;
        }
    }

    private Strength strengthOf(double size) {
        if (size >= thresholds.strongEnter()) {
            return Strength.STRONG;
        }
        return size >= thresholds.moderateEnter() ? Strength.MODERATE : Strength.WEAK;
    }

    /** What the strength becomes: up at the entering thresholds, down only below the leaving ones. */
    private Strength strengthWithin(Strength current, double size) {
        Strength entered = strengthOf(size);
        if (entered.compareTo(current) >= 0) {
            return entered;
        }
        if (current == Strength.STRONG && size >= thresholds.strongLeave()) {
            return Strength.STRONG;
        }
        return size >= thresholds.moderateLeave() ? Strength.MODERATE : Strength.WEAK;
    }

    private static String reversal(TrendState trend, long nowNs) {
        boolean turned = trend.endedDirection == trend.direction.opposite() && nowNs - trend.endedNs < REVERSAL_NS;
        if (!turned) {
            return null;
        }
        return trend.direction == Direction.UP ? "down-now-up" : "up-now-down";
    }
}
