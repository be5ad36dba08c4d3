package org.tickstock.engine.detect;

import org.tickstock.engine.event.Direction;
import org.tickstock.engine.event.EventSink;
import org.tickstock.engine.event.EventType;
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

    @Override
    public boolean explains(EventType type) {
        return type == EventType.TREND;
    }

    @Override
    public void explain(EventType type, Tick tick, SymbolState state, Gates gates) {
        int returns = state.volatility.returns();
        long watchedS = TrendScore.watchedS(state.seconds);
        gates.need("ten_second_returns", returns, ">=", Volatility.KNOWN_FROM, state.volatility.isKnown());
        gates.need("watched_s", watchedS, ">=", TrendScore.WARM_UP_S, watchedS >= TrendScore.WARM_UP_S);
        if (!TrendScore.isWarm(state)) {
            return;
        }
        double score = TrendScore.slide(state);
        gates.fact("score", score);
        gates.fact("sigma10", state.volatility.sigma10());
        explainWindow("short", TrendScore.window(state, state.trend.shortWindow), gates);
        explainWindow("medium", TrendScore.window(state, state.trend.mediumWindow), gates);
        explainWindow("long", TrendScore.window(state, state.trend.longWindow), gates);
        TrendState trend = state.trend.rehearsal();
        explainDirection(trend, score, tick.tsEventNs, gates);
        if (trend.direction != null) {
            explainTelling(trend, score, tick.tsEventNs, gates);
        }
    }

    private static void explainWindow(String name, TrendEvent.Window window, Gates gates) {
        gates.fact(name + "_score", window.score());
        gates.fact(name + "_buckets", window.buckets());
    }

    private void explainDirection(TrendState trend, double score, long nowNs, Gates gates) {
        Direction before = trend.direction;
        double peakBefore = trend.peak;
        advance(trend, score, nowNs);
        if (before == null) {
            double size = Math.abs(score);
            gates.need("score_size", size, ">=", thresholds.weakEnter(), isEnough(size));
            gates.need("quiet_since_last_trend", trend.readyToEnter ? 1 : 0, "=", 1, trend.readyToEnter);
        } else {
            double along = before == Direction.UP ? score : -score;
            double peak = Math.max(peakBefore, along);
            gates.need("score_along_trend", along, ">=", thresholds.weakLeave(), !isTooWeak(along));
            gates.need("score_against_peak", along, ">", thresholds.retracement() * peak, !isRetraced(along, peak));
        }
    }

    private void explainTelling(TrendState trend, double score, long nowNs, Gates gates) {
        long sinceNs = sinceEventNs(trend, nowNs);
        double sinceS = sinceNs == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : (double) sinceNs / NS_PER_S;
        gates.need("since_last_event_s", sinceS, ">=", (double) LEAST_BETWEEN_NS / NS_PER_S,
                sinceNs >= LEAST_BETWEEN_NS);
        gates.either("grown", "strength", trend.strength.ordinal() + 1, ">",
                trend.reported == null ? 0 : trend.reported.ordinal() + 1, hasGrown(trend));
        gates.either("lasting", "strength", trend.strength.ordinal() + 1, ">", Strength.WEAK.ordinal() + 1,
                isLastingStrength(trend));
        gates.either("lasting", "since_last_event_s", sinceS, ">=", thresholds.repeatS(), isRepeatDue(sinceNs));
        gates.either("lasting", "score_change", scoreChange(trend, score), ">=", thresholds.repeatScore(),
                scoreChange(trend, score) >= thresholds.repeatScore());
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
            if (isTooWeak(along) || isRetraced(along, trend.peak)) {
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
        if (trend.readyToEnter && isEnough(size)) {
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
        long sinceNs = sinceEventNs(trend, nowNs);
        boolean lasting = isLastingStrength(trend) && isRepeatDue(sinceNs)
                && scoreChange(trend, score) >= thresholds.repeatScore();
        return sinceNs >= LEAST_BETWEEN_NS && (hasGrown(trend) || lasting);
    }

    private static long sinceEventNs(TrendState trend, long nowNs) {
        return trend.lastEventNs == TrendState.NEVER ? Long.MAX_VALUE : nowNs - trend.lastEventNs;
    }

    private static boolean hasGrown(TrendState trend) {
        return trend.reported == null || trend.strength.compareTo(trend.reported) > 0;
    }

    private static boolean isLastingStrength(TrendState trend) {
        return trend.strength != Strength.WEAK;
    }

    private boolean isRepeatDue(long sinceNs) {
        return sinceNs >= thresholds.repeatS() * NS_PER_S;
    }

    private static double scoreChange(TrendState trend, double score) {
        return Math.abs(Math.abs(score) - Math.abs(trend.lastEventScore));
    }

    private boolean isEnough(double size) {
        return size >= thresholds.weakEnter();
    }

    private boolean isTooWeak(double along) {
        return along < thresholds.weakLeave();
    }

    private boolean isRetraced(double along, double peak) {
        return along <= thresholds.retracement() * peak;
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
