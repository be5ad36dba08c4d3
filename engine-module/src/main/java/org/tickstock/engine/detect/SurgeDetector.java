package org.tickstock.engine.detect;

import org.tickstock.engine.event.Direction;
import org.tickstock.engine.event.EventSink;
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
        if (trigger == null || !hasBaseline(seconds, period.intervalS)) {
            return;
        }
        Direction direction = tick.priceMicros > referenceMicros ? Direction.UP : Direction.DOWN;
        if (mayRaise(state.surge, direction, tick.tsEventNs, period)) {
            raise(tick, state, out, period, new Finding(direction, trigger, referenceMicros, multiplier, z));
        }
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

    /** Whether enough of the stretches before the interval traded; looked at only when a surge is near. */
    private static boolean hasBaseline(SecondBuckets seconds, int intervalS) {
        int traded = 0;
        long end = seconds.openSecond() - intervalS;
        for (int stretch = 0; stretch < SurgeWindow.BASELINE_INTERVALS; stretch++) {
            int newest = seconds.firstFrom(end + 1) - 1;
            if (newest >= seconds.first() && seconds.second(newest) > end - intervalS) {
                traded++;
            }
            end -= intervalS;
        }
        return traded >= LEAST_INTERVALS;
    }

    private Trigger trigger(double multiplier, double sigmas, double volumeScale) {
        double volume = thresholds.volume() * volumeScale;
        if (multiplier >= volume && sigmas >= thresholds.sigmas()) {
            return Trigger.PRICE_AND_VOLUME;
        }
        if (multiplier >= 2 * volume && sigmas >= thresholds.sigmas() * 2 / 3) {
            return Trigger.VOLUME;
        }
        return sigmas >= thresholds.sigmas() * 5 / 3 && multiplier >= volume / 2 ? Trigger.PRICE : null;
    }

    private boolean mayRaise(SurgeState surge, Direction direction, long nowNs, Period period) {
        if (surge.lastNs != SurgeState.NEVER) {
            int waitS = surge.lastDirection == direction ? period.cooldownS : thresholds.otherWayS();
            if (nowNs - surge.lastNs < waitS * NS_PER_S) {
                return false;
            }
        }
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
