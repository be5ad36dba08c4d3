package org.tickstock.engine.detect;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tickstock.engine.event.EventSink;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.SessionCalendar;
import org.tickstock.engine.market.SessionSpan;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.market.TradeConditions;
import org.tickstock.engine.time.EpochClock;

/**
 * All rules over one tick: checks it, brings the symbol's state up to it, and runs the detectors in their phases.
 *
 * <p>Thread: belongs to one lane.
 * <p>Errors: a detector that throws is isolated; the others still see the tick.
 * <p>Source: detection rules, "Order of work for one accepted trade".
 */
final class EventDetector {

    private static final Logger LOG = System.getLogger(EventDetector.class.getName());
    private static final SessionSpan NO_SPAN = new SessionSpan(0, MarketSession.CLOSED, 0, 0);

    private final TradeConditions conditions;
    private final SessionCalendar calendar;
    private final DetectorBreaker[] detectors;
    private final SingleWriterCounts withheld = new SingleWriterCounts(Long.SIZE);
    private SessionSpan span = NO_SPAN;
    // conditions of the trades whose unknown ones were logged: each once
    private long toldConditions;

    EventDetector(List<Detector> detectors, TradeConditions conditions, SessionCalendar calendar, EpochClock clock) {
        this.conditions = conditions;
        this.calendar = calendar;
        this.detectors = detectors.stream()
                .sorted(Comparator.comparing(Detector::phase).thenComparing(Detector::name))
                .map(detector -> new DetectorBreaker(detector, clock))
                .toArray(DetectorBreaker[]::new);
    }

    /** Works on one tick of the symbol that {@code state} belongs to. */
    Verdict onTick(Tick tick, SymbolState state, EventSink out) {
        if (tick.tsEventNs < state.lastAcceptedNs()) {
            return Verdict.OUT_OF_ORDER;
        }
        if (!span.contains(tick.tsEventNs)) {
            span = calendar.spanAt(tick.tsEventNs);
        }
        if (span.session() == MarketSession.CLOSED) {
            return Verdict.MARKET_CLOSED;
        }
        boolean eligible = tick.kind == Tick.Kind.AGGREGATE
                || conditions.mayMoveHighLow(tick.conditionBits, span.session());
        if (isSuspect(tick, state, eligible)) {
            return Verdict.SUSPECT_PRICE;
        }
        state.accept(tick, span);
        boolean addsVolume = conditions.addsVolume(tick.conditionBits);
        if (addsVolume) {
            state.addVolume(tick);
        }
        if (!eligible) {
            return withhold(tick, state);
        }
        state.begin(tick, addsVolume);
        runRules(tick, state, out);
        return Verdict.ELIGIBLE;
    }

    /** Ticks that no rule saw, by the condition that forbade it; from any thread. */
    Map<String, Long> withheld() {
        Map<String, Long> byName = new TreeMap<>();
        for (int id = 0; id < Long.SIZE; id++) {
            if (withheld.get(id) > 0) {
                byName.merge(conditions.nameOf(id), withheld.get(id), Long::sum);
            }
        }
        return byName;
    }

    /** Times a detector threw; from any thread. */
    long faults() {
        long faults = 0;
        for (DetectorBreaker breaker : detectors) {
            faults += breaker.faults();
        }
        return faults;
    }

    private Verdict withhold(Tick tick, SymbolState state) {
        withheld.increment(conditions.forbiddingId(tick.conditionBits, span.session()));
        if (conditions.knows(tick.conditionBits)) {
            return Verdict.NOT_ELIGIBLE;
        }
        if ((tick.conditionBits & ~toldConditions) != 0) {
            toldConditions |= tick.conditionBits;
            LOG.log(Level.WARNING, "unknown trade condition counts as volume only conditionBits=0x"
                    + Long.toHexString(tick.conditionBits) + " symbol=" + state.symbol());
        }
        return Verdict.UNKNOWN_CONDITION;
    }

    private void runRules(Tick tick, SymbolState state, EventSink out) {
        boolean closesSecond = state.closesSecond(SymbolState.secondOf(tick.tsEventNs));
        boolean bucketed = false;
        for (DetectorBreaker breaker : detectors) {
            Detector.Phase phase = breaker.detector().phase();
            if (!bucketed && phase.compareTo(Detector.Phase.BUCKETED) >= 0) {
                state.bucket(tick);
                bucketed = true;
            }
            if (phase != Detector.Phase.SECOND_CLOSED || closesSecond) {
                run(breaker, tick, state, out);
            }
        }
        if (!bucketed) {
            state.bucket(tick);
        }
    }

    private static void run(DetectorBreaker breaker, Tick tick, SymbolState state, EventSink out) {
        if (!breaker.isClosed(tick.tsEventNs)) {
            return;
        }
        try {
            breaker.detector().onTick(tick, state, out);
            breaker.succeeded();
        } catch (RuntimeException fault) {
            breaker.failed(fault, state.symbol(), tick.tsEventNs);
        }
    }

    /**
     * More than half away from the last eligible price of the session, and not confirmed by an earlier such print.
     *
     * <p>What was held back waits until the session ends, so that a price that truly jumped is believed at its second
     * eligible print, whatever stale prints come between.
     */
    private boolean isSuspect(Tick tick, SymbolState state, boolean eligible) {
        long last = state.lastEligibleMicros(span);
        if (last == 0) {
            return false;
        }
        boolean highIsFar = isFar(tick.highMicros, last);
        if (!highIsFar && !isFar(tick.lowMicros, last)) {
            return false;
        }
        if (!eligible) {
            return true;
        }
        long far = highIsFar ? tick.highMicros : tick.lowMicros;
        boolean confirmed = isNear(far, state.suspectMicros());
        state.suspect(confirmed ? 0 : far);
        return !confirmed;
    }

    /** More than 50 % away. */
    private static boolean isFar(long priceMicros, long fromMicros) {
        return Math.abs(priceMicros - fromMicros) * 2 > fromMicros;
    }

    /** Within 20 %. */
    private static boolean isNear(long priceMicros, long fromMicros) {
        return Math.abs(priceMicros - fromMicros) * 5 <= fromMicros;
    }
}
