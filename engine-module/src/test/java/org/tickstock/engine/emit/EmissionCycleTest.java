package org.tickstock.engine.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.TestMessages;
import org.tickstock.engine.collect.EventLog;
import org.tickstock.engine.collect.EventLogSettings;
import org.tickstock.engine.collect.SessionCounts;
import org.tickstock.engine.event.DisplayMessage;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.universe.Universe;
import org.tickstock.engine.universe.UniverseIndex;
import org.tickstock.engine.universe.UniverseSelection;

class EmissionCycleTest {

    private static final Pattern OFFSET = Pattern.compile("\"offset\":(\\d+)");

    private final SymbolTable symbols = SymbolTable.of(List.of("S0", "S1", "S2"));
    private final UniverseIndex universes = UniverseIndex.of(List.of(
            new Universe("zero", "Zero", List.of("S0")),
            new Universe("one", "One", List.of("S1")),
            new Universe("both", "Both", List.of("S0", "S1"))), symbols);
    private final EventLog log = new EventLog(new EventLogSettings(1_000, 1_000), 5);
    private final EmissionLedger ledger = new EmissionLedger();
    private final AtomicLong nowNs = new AtomicLong(1_000_000_000L);
    private final EmissionCycle cycle = new EmissionCycle(log, new SessionCounts(), ledger, nowNs::get);

    @Test
    void givesEachUserOnlyWhatMatchesTheirUniverses() {
        RecordingSubscriber zero = subscriber("zero");
        RecordingSubscriber one = subscriber("one");
        append(TestMessages.high(0, 1), TestMessages.high(1, 2), TestMessages.low(0, 3), TestMessages.high(2, 4));

        EmissionResult result = run(zero, one);

        assertThat(offsets(zero)).containsExactly(1L, 3L);
        assertThat(offsets(one)).containsExactly(2L);
        assertThat(result).isEqualTo(new EmissionResult(2, 2, 3, 0));
        assertThat(offered()).isEqualTo(3);
    }

    @Test
    void matchesHighsAndLowsByOneTrackerAndTrendsByTheOther() {
        RecordingSubscriber split = new RecordingSubscriber(
                new UniverseSelection(List.of("zero"), List.of("one")));
        append(TestMessages.high(0, 1), TestMessages.high(1, 2), TestMessages.trend(0, 3), TestMessages.trend(1, 4));

        run(split);

        assertThat(offsets(split)).containsExactly(2L, 3L);
    }

    @Test
    void givesNothingToAUserWithoutAUniverse() {
        RecordingSubscriber nobody = new RecordingSubscriber(UniverseSelection.NONE);
        RecordingSubscriber unknown = subscriber("no_such_universe");
        append(TestMessages.high(0, 1));

        run(nobody, unknown);

        assertThat(offsets(nobody)).isEmpty();
        assertThat(offsets(unknown)).isEmpty();
    }

    @Test
    void skipsASlowConnectionWhichThenMissesNothingAndGetsNothingTwice() {
        RecordingSubscriber slow = subscriber("zero");
        append(TestMessages.high(0, 1));
        run(slow);
        slow.inFlight = true;
        append(TestMessages.high(0, 2));
        assertThat(run(slow).slow()).isEqualTo(1);
        append(TestMessages.high(0, 3));
        slow.inFlight = false;

        run(slow);

        assertThat(offsets(slow)).containsExactly(1L, 2L, 3L);
        assertThat(offered()).isEqualTo(3);
    }

    @Test
    void goesOnBehindTheOffsetThatAReturningClientNames() {
        RecordingSubscriber back = subscriber("both");
        append(TestMessages.high(0, 1), TestMessages.high(1, 2), TestMessages.high(0, 3));
        back.resumePoint = new ResumePoint(5, 1);

        run(back);

        assertThat(offsets(back)).containsExactly(2L, 3L);
    }

    @Test
    void declaresAGapToAClientOfAnotherEpochBeforeAnyEvent() {
        RecordingSubscriber back = subscriber("zero");
        append(TestMessages.high(0, 1));
        back.resumePoint = new ResumePoint(4, 900);
        back.inFlight = true;

        run(back);
        back.inFlight = false;
        run(back);
        run(back);

        assertThat(back.frames().get(0)).contains("\"event\":\"gap\"", "\"reason\":\"unknown_epoch\"");
        assertThat(offsets(back)).containsExactly(1L);
    }

    @Test
    void declaresWhatLeftTheLogBeforeAReaderCame() {
        RecordingSubscriber late = subscriber("zero");
        append(TestMessages.high(0, 1));
        run(late);
        for (int i = 2; i <= 1_003; i++) {
            append(TestMessages.high(0, i));
        }

        run(late);
        run(late);

        assertThat(late.frames().get(1)).contains("\"from\":2,\"to\":3,\"reason\":\"left_log\"");
        assertThat(offsets(late)).hasSize(1_001).doesNotHaveDuplicates().contains(4L, 1_003L);
    }

    @Test
    void waitsWhileAClientMayStillAskToResume() {
        RecordingSubscriber fresh = subscriber("zero");
        fresh.mayStart = false;
        append(TestMessages.high(0, 1));

        run(fresh);
        assertThat(fresh.frames()).isEmpty();
        fresh.mayStart = true;
        run(fresh);

        assertThat(offsets(fresh)).containsExactly(1L);
    }

    @Test
    void startsANewClientWithTheLastFiveHundredOfItsOwn() {
        RecordingSubscriber fresh = subscriber("zero");
        for (int i = 1; i <= 900; i++) {
            append(TestMessages.high(i % 3 == 0 ? 1 : 0, i));
        }

        run(fresh);

        assertThat(offsets(fresh)).hasSize(500).endsWith(899L);
    }

    @Test
    void sendsAnEmptyFrameAfterFiveQuietSeconds() {
        RecordingSubscriber quiet = subscriber("zero");
        run(quiet);
        assertThat(quiet.frames()).isEmpty();
        nowNs.addAndGet(5_000_000_000L);

        run(quiet);
        run(quiet);

        assertThat(quiet.frames()).hasSize(1);
        assertThat(quiet.frames().get(0)).contains("\"highs\":[]", "\"high_pct\":50.0");
    }

    @Test
    void usesAChangedSelectionFromTheNextCycleOn() {
        RecordingSubscriber changing = subscriber("zero");
        append(TestMessages.high(0, 1), TestMessages.high(1, 2));
        run(changing);
        changing.selection = new UniverseSelection(List.of("one"), List.of("one"));
        append(TestMessages.high(0, 3), TestMessages.high(1, 4));

        run(changing);

        assertThat(offsets(changing)).containsExactly(1L, 4L);
    }

    private long offered() {
        return ledger.offered().values().stream().mapToLong(Long::longValue).sum();
    }

    private RecordingSubscriber subscriber(String universe) {
        return new RecordingSubscriber(new UniverseSelection(List.of(universe), List.of(universe)));
    }

    private void append(DisplayMessage... messages) {
        for (DisplayMessage message : messages) {
            log.append(message);
        }
    }

    private EmissionResult run(Subscriber... subscribers) {
        return cycle.distribute(List.of(subscribers), universes, MarketSession.REGULAR);
    }

    private static List<Long> offsets(RecordingSubscriber subscriber) {
        List<Long> offsets = new ArrayList<>();
        for (String frame : subscriber.frames()) {
            Matcher matcher = OFFSET.matcher(frame);
            while (matcher.find()) {
                offsets.add(Long.parseLong(matcher.group(1)));
            }
        }
        return offsets;
    }
}
