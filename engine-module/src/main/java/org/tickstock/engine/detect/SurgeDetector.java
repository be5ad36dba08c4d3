package org.tickstock.engine.detect;

import org.tickstock.engine.event.Direction;
import org.tickstock.engine.event.EventSink;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.event.Strength;
import org.tickstock.engine.event.SurgeEvent;
import org.tickstock.engine.event.SurgeEvent.Trigger;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.SessionSpan;
import org.tickstock.engine.market.Tick;

/**
 * Raises an event when an interval's volume, price move, or both stand out from what is usual for the symbol.
 *
 * <p>Gates come first; only what is raised is remembered.
 * <p>Thread: stateless; may be shared. The state belongs to the calling lane.
 * <p>Units: micro-dollars, micro-shares, seconds of the epoch, nanoseconds UTC.
 * <p>Source: detection rules, section 3.
 */
public final class SurgeDetector implements Detector {

    private static final long NS_PER_S = 1_000_000_000L;
    private static final long EXPIRES_NS = 30 * NS_PER_S;
    private static final long REVERSAL_NS = 300 * NS_PER_S;
    private static final long HALF_HOUR_NS = 1_800 * NS_PER_S;
    private static final int LEAST_INTERVALS = 8;
    private static final int REFERENCE_AGE_S = 60;
    private static final long TWO_TICKS_MICROS = 20_000;
    private static final long TWO_SMALL_TICKS_MICROS = 200;
    private static final long ONE_DOLLAR_MICROS = 1_000_000;
    private static final double MICROS = 1e6;
    private static final double STRONG = 80;
    private static final double MODERATE = 60;

    private final SurgeThresholds thresholds;
    private final Period extended;
    private final Period opening;
    private final Period midday;
    private final Period closing;

    /** A detector with these thresholds. */
    public SurgeDetector(SurgeThresholds thresholds) {
        this.thresholds = thresholds;
        extended = new Period(thresholds.intervalS(), thresholds.extendedMultiplier(), thresholds.extendedCooldownS());
        opening = new Period(thresholds.busyIntervalS(), 1, thresholds.openingCooldownS());
        midday = new Period(thresholds.intervalS(), 1, thresholds.cooldownS());
        closing = new Period(thresholds.busyIntervalS(), 1, thresholds.cooldownS());
    }

    @Override
    public String name() {
        return "surge";
    }

    @Override
    public Phase phase() {
        return Phase.BUCKETED;
    }

    @Override
    public void onTick(Tick tick, SymbolState state, EventSink out) {
        if (!state.volatility.isKnown()) {
            return;
        }
        SecondBuckets seconds = state.seconds;
        Period period = period(state.span(), tick.tsEventNs);
        SurgeWindow window = state.surge.window;
        window.slide(seconds, period.intervalS);
        double multiplier = multiplier(window, seconds);
        // most ticks end here: no price moves so far that less volume would do
        if (multiplier < thresholds.volume() * period.volumeScale / 2
                || !window.hasReference(seconds, REFERENCE_AGE_S)) {
            return;
        }
        long referenceMicros = window.referenceMicros();
        double z = z(tick.priceMicros, referenceMicros, state.volatility.sigma(period.intervalS));
        Trigger trigger = trigger(multiplier, Math.abs(z), period.volumeScale);
        if (trigger == null || tradedStretches(seconds, period.intervalS) < LEAST_INTERVALS) {
            return;
        }
        Direction direction = direction(tick, referenceMicros);
        if (mayRaise(state.surge, direction, tick.tsEventNs, period)) {
            raise(tick, state, out, period, new Finding(direction, trigger, referenceMicros, multiplier, z));
        }
    }

    @Override
    public boolean explains(EventType type) {
        return type == EventType.SURGE;
    }

    @Override
    public void explain(EventType type, Tick tick, SymbolState state, Gates gates) {
        boolean isKnown = state.volatility.isKnown();
        if (!gates.need("ten_second_returns", state.volatility.returns(), ">=", Volatility.KNOWN_FROM, isKnown)) {
            return;
        }
        SecondBuckets seconds = state.seconds;
        Period period = period(state.span(), tick.tsEventNs);
        SurgeWindow window = state.surge.window;
        window.slide(seconds, period.intervalS);
        double multiplier = multiplier(window, seconds);
        gates.fact("interval_s", period.intervalS);
        gates.fact("interval_shares", window.intervalVolume(seconds) / MICROS);
        gates.fact("baseline_shares", window.baselineVolume() / MICROS);
        gates.fact("volume_multiplier", multiplier);
        boolean hasReference = window.hasReference(seconds, REFERENCE_AGE_S);
        if (!gates.need("reference_age_s", window.referenceAgeS(seconds), "<=", REFERENCE_AGE_S, hasReference)) {
            return;
        }
        long referenceMicros = window.referenceMicros();
        double sigma = state.volatility.sigma(period.intervalS);
        double z = z(tick.priceMicros, referenceMicros, sigma);
        gates.fact("reference_price", referenceMicros / MICROS);
        gates.fact("sigma", sigma);
        gates.fact("z", z);
        for (Trigger way : Trigger.values()) {
            double volume = volumeFor(way, period.volumeScale);
            double sigmas = sigmasFor(way);
            gates.either(way.wireName(), "volume_multiplier", multiplier, ">=", volume, multiplier >= volume);
            gates.either(way.wireName(), "sigmas", Math.abs(z), ">=", sigmas, Math.abs(z) >= sigmas);
        }
        int traded = tradedStretches(seconds, period.intervalS);
        gates.need("baseline_intervals_traded", traded, ">=", LEAST_INTERVALS, traded >= LEAST_INTERVALS);
        explainTelling(state.surge, direction(tick, referenceMicros), tick.tsEventNs, period, gates);
    }

    private void explainTelling(SurgeState surge, Direction direction, long nowNs, Period period, Gates gates) {
        boolean isFirst = surge.lastNs == SurgeState.NEVER;
        gates.need("since_last_event_s",
                isFirst ? Double.POSITIVE_INFINITY : (double) (nowNs - surge.lastNs) / NS_PER_S, ">=",
                isFirst ? 0 : waitS(surge, direction, period), isCool(surge, direction, nowNs, period));
        long oldest = surge.oldestRemembered();
        gates.need("since_event_" + thresholds.mostPerHalfHour() + "_before_s",
                oldest == SurgeState.NEVER ? Double.POSITIVE_INFINITY : (double) (nowNs - oldest) / NS_PER_S, ">=",
                (double) HALF_HOUR_NS / NS_PER_S, isRare(surge, nowNs));
    }

    /** How the rule reads at one moment of the day. */
    private record Period(int intervalS, double volumeScale, int cooldownS) {
    }

    /** A surge before it is told. */
    private record Finding(Direction direction, Trigger trigger, long referenceMicros, double multiplier, double z) {
    }

    private void raise(Tick tick, SymbolState state, EventSink out, Period period, Finding found) {
        SurgeState surge = state.surge;
        double score = half(found.multiplier, thresholds.volume() * period.volumeScale)
                + half(Math.abs(found.z), thresholds.sigmas());
        Strength strength = score >= STRONG ? Strength.STRONG : score >= MODERATE ? Strength.MODERATE : Strength.WEAK;
        String reversal = reversal(surge, found.direction, tick.tsEventNs);
        surge.raised(found.direction, tick.tsEventNs, thresholds.mostPerHalfHour());
        double magnitude = (double) (tick.priceMicros - found.referenceMicros) / found.referenceMicros * 100;
        out.offer(new SurgeEvent(state.origin(tick, tick.priceMicros), found.direction, found.trigger, strength, score,
                magnitude, found.multiplier, found.z, found.referenceMicros, period.intervalS,
                tick.tsEventNs + EXPIRES_NS, reversal, surge.dailyCount, surge.countUp, surge.countDown));
    }

    private Period period(SessionSpan span, long nowNs) {
        if (span.session() != MarketSession.REGULAR) {
            return extended;
        }
        if (nowNs - span.startNs() < thresholds.openingMinutes() * 60 * NS_PER_S) {
            return opening;
        }
        return span.endNs() - nowNs <= thresholds.closingMinutes() * 60 * NS_PER_S ? closing : midday;
    }

    private static double z(long priceMicros, long referenceMicros, double sigma) {
        long distance = Math.abs(priceMicros - referenceMicros);
        long least = priceMicros < ONE_DOLLAR_MICROS ? TWO_SMALL_TICKS_MICROS : TWO_TICKS_MICROS;
        return distance < least ? 0 : (double) (priceMicros - referenceMicros) / referenceMicros / sigma;
    }

    private static double multiplier(SurgeWindow window, SecondBuckets seconds) {
        long before = window.baselineVolume();
        return before == 0 ? 0 : (double) window.intervalVolume(seconds) * SurgeWindow.BASELINE_INTERVALS / before;
    }

    private static Direction direction(Tick tick, long referenceMicros) {
        return tick.priceMicros > referenceMicros ? Direction.UP : Direction.DOWN;
    }

    /** How many of the stretches before the interval traded; looked at only when a surge is near. */
    private static int tradedStretches(SecondBuckets seconds, int intervalS) {
        int traded = 0;
        long end = seconds.openSecond() - intervalS;
        for (int stretch = 0; stretch < SurgeWindow.BASELINE_INTERVALS; stretch++) {
            int newest = seconds.firstFrom(end + 1) - 1;
            if (newest >= seconds.first() && seconds.second(newest) > end - intervalS) {
                traded++;
            }
            end -= intervalS;
        }
        return traded;
    }

    private Trigger trigger(double multiplier, double sigmas, double volumeScale) {
        if (isReached(Trigger.PRICE_AND_VOLUME, multiplier, sigmas, volumeScale)) {
            return Trigger.PRICE_AND_VOLUME;
        }
        if (isReached(Trigger.VOLUME, multiplier, sigmas, volumeScale)) {
            return Trigger.VOLUME;
        }
        return isReached(Trigger.PRICE, multiplier, sigmas, volumeScale) ? Trigger.PRICE : null;
    }

    private boolean isReached(Trigger way, double multiplier, double sigmas, double volumeScale) {
        return multiplier >= volumeFor(way, volumeScale) && sigmas >= sigmasFor(way);
    }

    private double volumeFor(Trigger way, double volumeScale) {
        double volume = thresholds.volume() * volumeScale;
        return switch (way) {
            case PRICE_AND_VOLUME -> volume;
            case VOLUME -> 2 * volume;
            case PRICE -> volume / 2;
        };
    }

    private double sigmasFor(Trigger way) {
        return switch (way) {
            case PRICE_AND_VOLUME -> thresholds.sigmas();
            case VOLUME -> thresholds.sigmas() * 2 / 3;
            case PRICE -> thresholds.sigmas() * 5 / 3;
        };
    }

    private boolean mayRaise(SurgeState surge, Direction direction, long nowNs, Period period) {
        return isCool(surge, direction, nowNs, period) && isRare(surge, nowNs);
    }

    private boolean isCool(SurgeState surge, Direction direction, long nowNs, Period period) {
        return surge.lastNs == SurgeState.NEVER
                || nowNs - surge.lastNs >= waitS(surge, direction, period) * NS_PER_S;
    }

    private int waitS(SurgeState surge, Direction direction, Period period) {
        return surge.lastDirection == direction ? period.cooldownS : thresholds.otherWayS();
    }

    private static boolean isRare(SurgeState surge, long nowNs) {
        long oldest = surge.oldestRemembered();
        return oldest == SurgeState.NEVER || nowNs - oldest >= HALF_HOUR_NS;
    }

    /** 0 up to half the threshold, 25 at it, 50 from twice on, linear between. */
    private static double half(double value, double threshold) {
        if (value <= threshold / 2) {
            return 0;
        }
        double ratio = value / threshold;
        return ratio <= 1 ? (ratio - 0.5) * 50 : Math.min(50, 25 + (ratio - 1) * 25);
    }

    private static String reversal(SurgeState surge, Direction direction, long nowNs) {
        if (surge.lastDirection != direction.opposite() || nowNs - surge.lastNs >= REVERSAL_NS) {
            return null;
        }
        return direction == Direction.UP ? "down-now-up" : "up-now-down";
    }
}
