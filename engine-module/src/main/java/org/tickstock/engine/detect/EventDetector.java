package org.tickstock.engine.detect;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tickstock.engine.event.EventRevision.Reason;
import org.tickstock.engine.event.EventSink;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.SessionCalendar;
import org.tickstock.engine.market.SessionSpan;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.market.TradeConditions;
import org.tickstock.engine.market.TradeKey;
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
    private static final long NS_PER_MS = 1_000_000L;
    private static final SessionSpan NO_SPAN = new SessionSpan(0, MarketSession.CLOSED, 0, 0);

    private final TradeConditions conditions;
    private final SessionCalendar calendar;
    private final PrintScreen screen;
    private final TradeCorrections corrections;
    private final LaneObserver observer;
    private final DetectorBreaker[] detectors;
    private final DetectorBreaker[] extremes;
    private final DetectorBreaker[] secondClosed;
    private final DetectorBreaker[] bucketed;
    private final DetectorBreaker[] observing;
    private final SingleWriterCounts withheld = new SingleWriterCounts(Long.SIZE);
    private SessionSpan span = NO_SPAN;
    // conditions of the trades whose unknown ones were logged: each once
    private long toldConditions;

    EventDetector(List<Detector> detectors, DetectSettings settings, SessionCalendar calendar, EpochClock clock,
            LaneObserver observer) {
        this.conditions = TradeConditions.shipped(settings.conditions());
        this.screen = new PrintScreen(conditions, settings.maxReportDelayMs() * NS_PER_MS);
        this.corrections = new TradeCorrections(conditions, screen);
        this.observer = observer;
        this.calendar = calendar;
        this.detectors = detectors.stream()
                .sorted(Comparator.comparing(Detector::phase).thenComparing(Detector::name))
                .map(detector -> new DetectorBreaker(detector, clock))
                .toArray(DetectorBreaker[]::new);
        this.extremes = of(Detector.Phase.EXTREMES);
        this.secondClosed = of(Detector.Phase.SECOND_CLOSED);
        this.bucketed = of(Detector.Phase.BUCKETED);
        this.observing = of(Detector.Phase.OBSERVE);
    }

    private DetectorBreaker[] of(Detector.Phase phase) {
        return Arrays.stream(detectors).filter(rule -> rule.detector().phase() == phase)
                .toArray(DetectorBreaker[]::new);
    }

    /** Works on one tick of the symbol that {@code state} belongs to. */
    Verdict onTick(Tick tick, SymbolState state, EventSink out) {
        if (!span.contains(tick.tsEventNs)) {
            span = calendar.spanAt(tick.tsEventNs);
        }
        if (state.isPast(span)) {
            return Verdict.DAY_OVER;
        }
        return tick.kind.isPrint() ? onPrint(tick, state, out) : onMessage(tick, state, out);
    }

    private Verdict onPrint(Tick tick, SymbolState state, EventSink out) {
        MarketSession session = span.session();
        if (session == MarketSession.CLOSED) {
            return Verdict.MARKET_CLOSED;
        }
        boolean inOrder = state.isInOrder(tick.tsEventNs);
        if (inOrder) {
            state.enter(span);
        }
        boolean addsVolume = conditions.addsVolume(tick.conditionBits);
        long volumeMicros = addsVolume ? tick.sizeMicros : 0;
        if (tick.tradeKey != TradeKey.NONE && !state.trades.add(tick, volumeMicros, tick.tsEventNs)) {
            return Verdict.DUPLICATE;
        }
        if (inOrder) {
            state.accept(tick);
        }
        if (addsVolume) {
            state.flow.addToVwap(tick);
            state.statistics.addVolume(session, volumeMicros);
        }
        observer.onPrint(tick, session);
        if (!screen.isOfficial(tick, session)) {
            return withhold(tick, state);
        }
        boolean reopens = inOrder && conditions.isReopening(tick.conditionBits);
        if (reopens) {
            state.halted(false);
        }
        Verdict verdict = inOrder ? screen.verdictOn(tick, volumeMicros, state) : Verdict.OUT_OF_ORDER;
        state.statistics.add(session, tick, volumeMicros, verdict, screen.isForDay(tick, session));
        if (verdict == Verdict.ELIGIBLE) {
            state.begin(tick, volumeMicros, reopens);
            runRules(tick, state, out);
        }
        return verdict;
    }

    /** A message that is no print: about the symbol's trading, or about a trade. */
    private Verdict onMessage(Tick message, SymbolState state, EventSink out) {
        state.enter(span);
        switch (message.kind) {
            case HALT -> {
                state.halted(true);
                state.interrupt();
            }
            case RESUME -> state.halted(false);
            case PRICE_BAND -> state.band(message.lowMicros, message.highMicros);
            case CANCEL, CORRECTION -> {
                return takeBack(message, state, out);
            }
            default -> throw new IllegalArgumentException("message must be of a known kind, was " + message.kind);
        }
        return Verdict.APPLIED;
    }

    private Verdict takeBack(Tick message, SymbolState state, EventSink out) {
        KnownTrade trade = corrections.find(message.tradeKey, state);
        if (trade == null) {
            return Verdict.UNKNOWN_TRADE;
        }
        MarketSession session = calendar.spanAt(trade.tsNs()).session();
        boolean isCorrection = message.kind == Tick.Kind.CORRECTION;
        if (isCorrection) {
            corrections.correct(message, trade, session, state);
        } else {
            corrections.cancel(message, trade, session, state);
        }
        observer.onTakenBack(message);
        TakenBack takenBack = new TakenBack(message, session, isCorrection ? Reason.CORRECTION : Reason.CANCEL);
        for (DetectorBreaker breaker : detectors) {
            try {
                breaker.detector().onTakenBack(takenBack, state, out);
            } catch (RuntimeException fault) {
                breaker.failed(fault, state.symbol(), message.tsEventNs);
            }
        }
        return isCorrection ? Verdict.CORRECTED : Verdict.APPLIED;
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

    /** Name of the condition that kept a print from the rules, null where none did. */
    String forbiddingName(Tick print, Verdict verdict) {
        boolean isForbidden = verdict == Verdict.NOT_ELIGIBLE || verdict == Verdict.UNKNOWN_CONDITION;
        return isForbidden ? conditions.nameOf(conditions.forbiddingId(print.conditionBits, span.session())) : null;
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
        runExtremes(tick, state, out);
        if (state.closesSecond(SymbolState.secondOf(tick.tsEventNs))) {
            runSecondClosed(tick, state, out);
        }
        state.bucket(tick);
        runBucketed(tick, state, out);
        runObserving(tick, state, out);
    }

    // One loop a phase, all alike: the compiler learns by place which rule is called. A place that sees one rule takes
    // its code in, one that sees four must ask each time.

    private void runExtremes(Tick tick, SymbolState state, EventSink out) {
        for (DetectorBreaker rule : extremes) {
            if (rule.isClosed(tick.tsEventNs)) {
                try {
                    rule.detector().onTick(tick, state, out);
                    rule.succeeded();
                } catch (RuntimeException fault) {
                    rule.failed(fault, state.symbol(), tick.tsEventNs);
                }
            }
        }
    }

    private void runSecondClosed(Tick tick, SymbolState state, EventSink out) {
        for (DetectorBreaker rule : secondClosed) {
            if (rule.isClosed(tick.tsEventNs)) {
                try {
                    rule.detector().onTick(tick, state, out);
                    rule.succeeded();
                } catch (RuntimeException fault) {
                    rule.failed(fault, state.symbol(), tick.tsEventNs);
                }
            }
        }
    }

    private void runBucketed(Tick tick, SymbolState state, EventSink out) {
        for (DetectorBreaker rule : bucketed) {
            if (rule.isClosed(tick.tsEventNs)) {
                try {
                    rule.detector().onTick(tick, state, out);
                    rule.succeeded();
                } catch (RuntimeException fault) {
                    rule.failed(fault, state.symbol(), tick.tsEventNs);
                }
            }
        }
    }

    private void runObserving(Tick tick, SymbolState state, EventSink out) {
        for (DetectorBreaker rule : observing) {
            if (rule.isClosed(tick.tsEventNs)) {
                try {
                    rule.detector().onTick(tick, state, out);
                    rule.succeeded();
                } catch (RuntimeException fault) {
                    rule.failed(fault, state.symbol(), tick.tsEventNs);
                }
            }
        }
    }
}
