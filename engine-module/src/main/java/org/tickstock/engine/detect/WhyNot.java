package org.tickstock.engine.detect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tickstock.engine.event.DisplayEvent;
import org.tickstock.engine.event.EventSink;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.event.MarketEvent;
import org.tickstock.engine.market.SessionCalendar;
import org.tickstock.engine.market.Tick;

/**
 * Explains a moment of a symbol by telling the same rules the same ticks once more.
 *
 * <p>Thread: belongs to whoever asks; one question each.
 * <p>Source: docs/why.md; ADR 0014.
 */
final class WhyNot {

    private static final long NS_PER_S = 1_000_000_000L;
    private static final long NS_PER_MS = 1_000_000L;
    private static final long LOOKS_BACK_NS = 60 * NS_PER_S;
    // a print that comes out of order is seconds late, not more
    private static final long LOOKS_ON_NS = 10 * NS_PER_S;
    private static final double MICROS = 1e6;

    private final RecordedTicks record;
    private final EventType type;
    private final long untilNs;
    private final long maxReportDelayNs;
    private final SessionCalendar calendar;
    private final EventDetector rules;
    private final SymbolState state;

    // of the tick being told
    private DisplayEvent raised;
    private Gates gates;
    private long judgedNs;
    private boolean isNear;
    private Explanation best;

    /** The moment is the whole millisecond of {@code atNs}. */
    WhyNot(RecordedTicks record, EventType type, long atNs, List<Detector> detectors, DetectSettings settings,
            SessionCalendar calendar) {
        this.record = record;
        this.type = type;
        this.untilNs = Math.floorDiv(atNs, NS_PER_MS) * NS_PER_MS + NS_PER_MS - 1;
        this.maxReportDelayNs = settings.maxReportDelayMs() * NS_PER_MS;
        this.calendar = calendar;
        List<Detector> watched = detectors.stream().<Detector>map(Watched::new).toList();
        this.rules = new EventDetector(watched, settings, calendar, () -> atNs, LaneObserver.NONE);
        this.state = new SymbolState(record.symbolId(), record.symbol());
        state.halted(record.beganHalted());
    }

    Explanation explain() {
        RecordReader reader = new RecordReader(record);
        Tick tick = new Tick();
        EventSink sink = this::note;
        long newestNs = 0;
        while (newestNs <= untilNs + LOOKS_ON_NS && reader.next(tick)) {
            if (reader.isSession()) {
                state.enter(calendar.spanAt(reader.sessionNs()));
                continue;
            }
            isNear = tick.kind.isPrint() && tick.tsEventNs <= untilNs && tick.tsEventNs > untilNs - LOOKS_BACK_NS;
            if (isNear) {
                tellNear(tick, sink);
            } else {
                rules.onTick(tick, state, sink);
            }
            newestNs = Math.max(newestNs, tick.tsEventNs);
        }
        return best == null ? Explanation.none(tradeDay(), record.fullSinceNs()) : best;
    }

    private void tellNear(Tick tick, EventSink sink) {
        boolean isJudgedBefore = type == EventType.TREND
                && SymbolState.secondOf(judgedNs) == SymbolState.secondOf(tick.tsEventNs);
        if (!isJudgedBefore) {
            raised = null;
            gates = null;
            judgedNs = 0;
        }
        Map<String, Double> facts = new LinkedHashMap<>();
        limits(tick, facts);
        Verdict verdict = rules.onTick(tick, state, sink);
        if (!isBetter(tick.tsEventNs, verdict)) {
            return;
        }
        if (gates == null && verdict == Verdict.ELIGIBLE) {
            // only a trend is not judged at every print: there must be a second that this one ends
            gates = new Gates();
            gates.need("ends_a_second", 0, "=", 1, false);
        }
        boolean hasGates = gates != null && (verdict == Verdict.ELIGIBLE || isJudgedBefore);
        best = new Explanation(true, tradeDay(), record.fullSinceNs(),
                new Explanation.Print(tick.tsEventNs, tick.priceMicros, tick.sizeMicros, verdict,
                        rules.forbiddingName(tick, verdict), facts),
                hasGates ? judgedNs : 0, hasGates ? gates.gates() : List.of(), hasGates ? gates.facts() : Map.of(),
                raised);
    }

    /** Later is better; within a millisecond what raised an event, then what could have. */
    private boolean isBetter(long ns, Verdict verdict) {
        if (best == null) {
            return true;
        }
        long bestMs = Math.floorDiv(best.print().tsNs(), NS_PER_MS);
        long ms = Math.floorDiv(ns, NS_PER_MS);
        if (ms != bestMs) {
            return ms > bestMs;
        }
        boolean mayRaise = verdict == Verdict.ELIGIBLE || best.print().verdict() != Verdict.ELIGIBLE;
        return raised != null || best.raised() == null && mayRaise;
    }

    private void limits(Tick tick, Map<String, Double> facts) {
        facts.put("report_delay_s", (double) tick.reportDelayNs() / NS_PER_S);
        facts.put("report_delay_most_s", (double) maxReportDelayNs / NS_PER_S);
        facts.put("behind_last_print_s", Math.max(0, state.behindNs(tick.tsEventNs)) / (double) NS_PER_S);
        facts.put("halted", state.limits.isHalted() ? 1.0 : 0.0);
        if (state.limits.hasBand()) {
            facts.put("band_low", state.limits.bandFromMicros() / MICROS);
            facts.put("band_high", state.limits.bandToMicros() / MICROS);
        }
        if (state.lastLiveMicros() > 0) {
            facts.put("last_live_price", state.lastLiveMicros() / MICROS);
        }
    }

    private int tradeDay() {
        return state.span() == null ? 0 : state.span().tradeDay();
    }

    private boolean note(MarketEvent event) {
        if (isNear && event.type() == type) {
            raised = (DisplayEvent) event;
        }
        return true;
    }

    /** A rule that explains itself before it looks at a print near the moment. */
    private final class Watched implements Detector {

        private final Detector rule;

        Watched(Detector rule) {
            this.rule = rule;
        }

        @Override
        public String name() {
            return rule.name();
        }

        @Override
        public Phase phase() {
            return rule.phase();
        }

        @Override
        public void onTick(Tick tick, SymbolState symbol, EventSink out) {
            if (isNear && rule.explains(type)) {
                gates = new Gates();
                judgedNs = tick.tsEventNs;
                raised = null;
                rule.explain(type, tick, symbol, gates);
            }
            rule.onTick(tick, symbol, out);
        }

        @Override
        public void onTakenBack(TakenBack trade, SymbolState symbol, EventSink out) {
            rule.onTakenBack(trade, symbol, out);
        }
    }
}
