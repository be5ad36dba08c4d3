package org.tickstock.engine.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
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

/** Subscribers whose place in the log has left memory, or lies in a log before this one. */
class EmissionHistoryTest {

    private static final Pattern OFFSET = Pattern.compile("\"offset\":(\\d+)");
    private static final int CAPACITY = 20;

    private final SymbolTable symbols = SymbolTable.of(List.of("S0", "S1"));
    private final UniverseIndex universes = UniverseIndex.of(List.of(
            new Universe("zero", "Zero", List.of("S0")), new Universe("one", "One", List.of("S1"))), symbols);
    private final EventLog log = new EventLog(new EventLogSettings(CAPACITY, 1_000), 5);
    private final AtomicLong nowNs = new AtomicLong(1_000_000_000L);
    private final EmissionCycle cycle =
            new EmissionCycle(log, new SessionCounts(), new EmissionLedger(), nowNs::get);
    private final ListedHistory history = new ListedHistory(5);
    private final RecordingSubscriber client =
            new RecordingSubscriber(new UniverseSelection(List.of("zero"), List.of("zero")));

    @BeforeEach
    void readBack() {
        cycle.readBackFrom(history);
    }

    @Test
    void fillsFromHistoryAndJoinsTheLiveLogWithoutDuplicateOrHole() {
        append(100);
        client.resumePoint = new ResumePoint(5, 3);
        for (int i = 0; i < 20; i++) {
            run();
            append(1);
        }
        run();

        assertThat(gaps()).isEmpty();
        assertThat(offsets()).isEqualTo(LongStream.rangeClosed(4, 120).boxed().toList());
    }

    @Test
    void sendsNothingOfWhatTheUserDoesNotWatch() {
        for (int i = 0; i < 50; i++) {
            add(TestMessages.high(i % 2, i));
        }
        client.resumePoint = new ResumePoint(5, 0);
        cycles(12);

        assertThat(offsets()).hasSize(25).allMatch(offset -> offset % 2 == 1);
    }

    @Test
    void replaysTheRestOfAnEarlierLogThenThoseSinceThenTheLiveOne() {
        for (int i = 1; i <= 10; i++) {
            history.add(2, i, TestMessages.high(0, i));
            history.add(3, i, TestMessages.high(0, i));
        }
        history.end(2, 10);
        history.end(3, 10);
        append(40);
        client.resumePoint = new ResumePoint(2, 4);

        cycles(20);

        assertThat(gaps()).isEmpty();
        assertThat(epochs()).containsExactly(2L, 3L, 5L);
        List<Long> expected = new ArrayList<>(LongStream.rangeClosed(5, 10).boxed().toList());
        LongStream.rangeClosed(1, 10).forEach(expected::add);
        LongStream.rangeClosed(1, 40).forEach(expected::add);
        assertThat(offsets()).isEqualTo(expected);
    }

    @Test
    void declaresWhatAKilledServerHadNotJournalled() {
        history.add(2, 1, TestMessages.high(0, 1));
        append(2);
        client.resumePoint = new ResumePoint(2, 0);

        cycles(6);

        assertThat(gaps()).containsExactly(
                "{\"event\":\"gap\",\"data\":{\"epoch\":2,\"from\":2,\"to\":null,\"reason\":\"server_killed\"}}");
        assertThat(offsets()).containsExactly(1L, 1L, 2L);
    }

    @Test
    void declaresAHoleOfTheJournalOnceAndGoesOnBehindIt() {
        append(50);
        LongStream.rangeClosed(10, 14).forEach(offset -> history.add(4, offset, TestMessages.high(0, 1)));
        history.add(4, 20, TestMessages.high(0, 1));
        history.end(4, 22);
        client.resumePoint = new ResumePoint(4, 9);

        cycles(20);

        assertThat(gaps()).hasSize(2);
        assertThat(gaps().get(0)).contains("\"epoch\":4,\"from\":15,\"to\":19,\"reason\":\"left_log\"");
        assertThat(gaps().get(1)).contains("\"epoch\":4,\"from\":21,\"to\":22,\"reason\":\"left_log\"");
        assertThat(offsets()).startsWith(10L, 11L, 12L, 13L, 14L, 20L, 1L).endsWith(50L).hasSize(56);
    }

    @Test
    void startsAnewBehindAGapWhenTheLogIsNotKnown() {
        append(30);
        client.resumePoint = new ResumePoint(1, 9);

        cycles(4);

        assertThat(gaps()).hasSize(1);
        assertThat(gaps().get(0)).contains("\"epoch\":5,\"from\":1,\"to\":10,\"reason\":\"unknown_epoch\"");
        assertThat(offsets()).isEqualTo(LongStream.rangeClosed(11, 30).boxed().toList());
    }

    @Test
    void waitsForAHistoryThatIsAwayButNotForEver() {
        append(60);
        history.isAway = true;
        client.resumePoint = new ResumePoint(5, 10);
        cycles(3);
        assertThat(client.frames()).isEmpty();

        nowNs.addAndGet(11_000_000_000L);
        cycles(3);

        assertThat(gaps()).hasSize(1);
        assertThat(gaps().get(0)).contains("\"epoch\":5,\"from\":11,\"to\":40,\"reason\":\"journal_away\"");
        assertThat(offsets()).isEqualTo(LongStream.rangeClosed(41, 60).boxed().toList());
    }

    @Test
    void waitsAsLongAsItTakesForAHistoryThatIsOnlyBehind() {
        append(60);
        history.isBehind = true;
        client.resumePoint = new ResumePoint(5, 10);
        for (int i = 0; i < 60; i++) {
            run();
            nowNs.addAndGet(1_000_000_000L);
        }
        assertThat(client.frames()).isEmpty();
        history.isBehind = false;

        cycles(12);

        assertThat(gaps()).isEmpty();
        assertThat(offsets()).isEqualTo(LongStream.rangeClosed(11, 60).boxed().toList());
    }

    @Test
    void goesOnWhenHistoryComesBackInTime() {
        append(60);
        history.isAway = true;
        client.resumePoint = new ResumePoint(5, 10);
        cycles(3);
        nowNs.addAndGet(5_000_000_000L);
        history.isAway = false;

        cycles(12);

        assertThat(gaps()).isEmpty();
        assertThat(offsets()).isEqualTo(LongStream.rangeClosed(11, 60).boxed().toList());
    }

    @Test
    void leavesNobodyElseWaitingWhileAPageIsOnItsWay() {
        append(60);
        RecordingSubscriber live = new RecordingSubscriber(client.selection);
        history.isSlow = true;
        client.resumePoint = new ResumePoint(5, 0);
        run(client, live);
        append(1);
        run(client, live);

        assertThat(client.frames()).isEmpty();
        assertThat(live.frames()).hasSize(2);
        for (int i = 0; i < 12; i++) {
            history.answerWhatWaits();
            run(client, live);
        }
        assertThat(offsets()).isEqualTo(LongStream.rangeClosed(1, 61).boxed().toList());
    }

    @Test
    void losesNothingOfAPageThatASlowConnectionCouldNotTake() {
        append(60);
        client.resumePoint = new ResumePoint(5, 0);
        for (int i = 0; i < 60; i++) {
            client.inFlight = i % 3 != 0;
            run();
        }

        assertThat(offsets()).isEqualTo(LongStream.rangeClosed(1, 60).boxed().toList());
    }

    @Test
    void servesAllOfManyWhoComeBackAtDifferentPlaces() {
        append(100);
        List<RecordingSubscriber> many = new ArrayList<>();
        for (int i = 0; i < 75; i++) {
            RecordingSubscriber each = new RecordingSubscriber(client.selection);
            each.resumePoint = new ResumePoint(5, i);
            many.add(each);
        }

        for (int i = 0; i < 120; i++) {
            run(many.toArray(new Subscriber[0]));
        }

        for (int i = 0; i < many.size(); i++) {
            assertThat(offsetsOf(many.get(i))).isEqualTo(LongStream.rangeClosed(i + 1, 100).boxed().toList());
        }
    }

    private void append(int count) {
        for (int i = 0; i < count; i++) {
            add(TestMessages.high(0, (int) log.lastOffset() + 1));
        }
    }

    private void add(DisplayMessage message) {
        history.add(5, log.append(message), message);
    }

    private void cycles(int count) {
        for (int i = 0; i < count; i++) {
            run();
        }
    }

    private void run(Subscriber... subscribers) {
        List<Subscriber> all = subscribers.length == 0 ? List.of(client) : List.of(subscribers);
        cycle.distribute(all, universes, MarketSession.REGULAR);
    }

    private List<String> gaps() {
        return client.frames().stream().filter(frame -> frame.contains("\"event\":\"gap\"")).toList();
    }

    private List<Long> epochs() {
        return client.frames().stream()
                .map(frame -> Long.parseLong(frame.replaceFirst(".*\"epoch\":(\\d+).*", "$1"))).distinct().toList();
    }

    private List<Long> offsets() {
        return offsetsOf(client);
    }

    private static List<Long> offsetsOf(RecordingSubscriber subscriber) {
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
