package org.tickstock.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tickstock.engine.detect.SymbolDay.Extreme;
import org.tickstock.engine.detect.SymbolDay.SessionExtremes;
import org.tickstock.engine.detect.reference.ReferenceDay;
import org.tickstock.engine.detect.reference.ReferenceDay.Range;
import org.tickstock.engine.event.EventRevision;
import org.tickstock.engine.event.HighLowEvent;
import org.tickstock.engine.event.MarketEvent;
import org.tickstock.engine.market.Tick;

/** Extremes and volumes of dirty tapes, against a reference that keeps every print and counts anew each time. */
class DirtyTapeTest {

    private static final int TAPES = 60;
    private static final int MESSAGES = 1_500;
    // a look at the day now and then, not only at its end
    private static final int LOOK_EVERY = 50;

    static List<Long> startsNs() {
        // across the opening and the closing bell
        return List.of(RuleBench.nsAt(RuleBench.DAY, "09:10:00"), RuleBench.nsAt(RuleBench.DAY, "15:40:00"),
                RuleBench.nsAt(RuleBench.DAY, "11:00:00"));
    }

    @ParameterizedTest
    @MethodSource("startsNs")
    void keepsTheExtremesAndVolumesOfTheReference(long startNs) {
        Map<Verdict, Long> seen = new EnumMap<>(Verdict.class);
        for (int seed = 0; seed < TAPES; seed++) {
            RuleBench bench = new RuleBench();
            ReferenceDay reference = new ReferenceDay();
            List<Tick> tape = DirtyTape.of(seed, startNs, MESSAGES);
            for (int i = 0; i < tape.size(); i++) {
                play(tape.get(i), bench, reference);
                if (i % LOOK_EVERY == 0) {
                    assertSame(bench.day(), reference, "seed " + seed + " message " + i);
                }
            }
            assertSame(bench.day(), reference, "seed " + seed);
            bench.status().verdicts().forEach((verdict, count) -> seen.merge(verdict, count, Long::sum));
        }

        for (Verdict verdict : Verdict.values()) {
            if (verdict != Verdict.FAILED && verdict != Verdict.MARKET_CLOSED && verdict != Verdict.DAY_OVER) {
                assertThat(seen.get(verdict)).as(verdict.name()).isGreaterThan(20);
            }
        }
    }

    @Test
    void leavesNoEventStandingOnATradeThatDoesNot() {
        int retracted = 0;
        int revised = 0;
        for (int seed = 0; seed < TAPES; seed++) {
            RuleBench bench = new RuleBench();
            ReferenceDay reference = new ReferenceDay();
            List<Tick> tape = DirtyTape.of(1_000 + seed, RuleBench.nsAt(RuleBench.DAY, "11:00:00"), MESSAGES);
            tape.forEach(tick -> play(tick, bench, reference));

            Map<Integer, Long> standing = new HashMap<>();
            Set<Integer> known = new HashSet<>();
            for (MarketEvent event : bench.events()) {
                if (event instanceof HighLowEvent extreme) {
                    known.add(extreme.origin().ordinal());
                    standing.put(extreme.origin().ordinal(), extreme.origin().priceMicros());
                } else if (event instanceof EventRevision revision) {
                    assertThat(known).contains(revision.revisedOrdinal());
                    assertThat(standing.get(revision.revisedOrdinal())).isEqualTo(revision.wasMicros());
                    if (revision.status() == EventRevision.Status.RETRACTED) {
                        standing.remove(revision.revisedOrdinal());
                        retracted++;
                    } else {
                        standing.put(revision.revisedOrdinal(), revision.origin().priceMicros());
                        revised++;
                    }
                }
            }
            assertThat(reference.standingLivePrices()).as("seed %d", seed).containsAll(standing.values());
        }
        assertThat(retracted).isGreaterThan(50);
        assertThat(revised).isGreaterThan(3);
    }

    /** What the engine does not know any more, because it is old and no extreme, the reference must forget as well. */
    private static void play(Tick tick, RuleBench bench, ReferenceDay reference) {
        long unknownBefore = bench.count(Verdict.UNKNOWN_TRADE);
        bench.tick(tick);
        boolean isKnown = bench.count(Verdict.UNKNOWN_TRADE) == unknownBefore;
        assertThat(isKnown || !reference.mustKnow(tick)).as("trade known to %s", tick.kind).isTrue();
        if (isKnown) {
            reference.onTick(tick);
        }
    }

    private static void assertSame(SymbolDay day, ReferenceDay reference, String where) {
        for (SessionExtremes session : day.sessions()) {
            Range official = reference.official(session.session());
            Range live = reference.live(session.session());
            assertThat(priceOf(session.officialHigh())).as(where + " official high " + session.session())
                    .isEqualTo(official.high());
            assertThat(priceOf(session.officialLow())).as(where + " official low").isEqualTo(official.low());
            assertThat(priceOf(session.liveHigh())).as(where + " live high " + session.session())
                    .isEqualTo(live.high());
            assertThat(priceOf(session.liveLow())).as(where + " live low").isEqualTo(live.low());
            assertThat(session.volumeMicros()).as(where + " volume " + session.session())
                    .isEqualTo(reference.volume(session.session()));
        }
    }

    private static long priceOf(Extreme extreme) {
        return extreme == null ? 0 : extreme.priceMicros();
    }
}
