package org.tickstock.engine.detect;

import java.util.Comparator;
import java.util.List;
import org.tickstock.engine.event.EventSink;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.SessionCalendar;
import org.tickstock.engine.market.SessionSpan;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.market.TradeConditions;

/**
 * All rules over one tick: checks it, brings the symbol's state up to it, and runs the detectors in their phases.
 *
 * <p>Thread: belongs to one lane.
 * <p>Errors: a detector that throws is isolated; the others still see the tick.
 * <p>Source: detection rules, "Order of work for one accepted trade".
 */
final class EventDetector {

    private static final double SUSPECT = 0.5;
    private static final double CONFIRMED = 0.2;
    private static final SessionSpan NO_SPAN = new SessionSpan(0, MarketSession.CLOSED, 0, 0);

    private final TradeConditions conditions;
    private final SessionCalendar calendar;
    private final DetectorBreaker[] detectors;
    private SessionSpan span = NO_SPAN;

    EventDetector(List<Detector> detectors, TradeConditions conditions, SessionCalendar calendar) {
        this.conditions = conditions;
        this.calendar = calendar;
        this.detectors = detectors.stream()
                .sorted(Comparator.comparing(Detector::phase).thenComparing(Detector::name))
                .map(DetectorBreaker::new)
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
        if (eligible && isSuspect(tick, state)) {
            return Verdict.SUSPECT_PRICE;
        }
        state.accept(tick, span);
        if (conditions.addsVolume(tick.conditionBits)) {
            state.addVolume(tick);
        }
        if (!eligible) {
            return conditions.knows(tick.conditionBits) ? Verdict.NOT_ELIGIBLE : Verdict.UNKNOWN_CONDITION;
        }
        runRules(tick, state, out);
        return Verdict.ELIGIBLE;
    }

    long faults() {
        long faults = 0;
        for (DetectorBreaker breaker : detectors) {
            faults += breaker.faults();
        }
        return faults;
    }

    private void runRules(Tick tick, SymbolState state, EventSink out) {
        state.begin(tick);
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

    /** Far from the last price of the session, and not confirmed by the print held back before it. */
    private boolean isSuspect(Tick tick, SymbolState state) {
        long last = state.span() == span ? state.lastEligibleMicros() : 0;
        if (last == 0 || distance(tick.priceMicros, last) <= SUSPECT) {
            return false;
        }
        boolean confirmed = state.suspectMicros() != 0
                && distance(tick.priceMicros, state.suspectMicros()) <= CONFIRMED;
        state.suspect(tick.priceMicros);
        return !confirmed;
    }

    private static double distance(long priceMicros, long fromMicros) {
        return (double) Math.abs(priceMicros - fromMicros) / fromMicros;
    }
}
