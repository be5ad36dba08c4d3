package org.tickstock.web.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickstock.app.account.SignedIn;
import org.tickstock.app.emit.Departure;
import org.tickstock.engine.emit.EmissionLedger;
import org.tickstock.engine.emit.EventCounts;
import org.tickstock.engine.emit.ResumePoint;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.universe.UniverseSelection;

class WebSocketSubscriberTest {

    private static final long MS = 1_000_000L;

    private final FakeConnection connection = new FakeConnection();
    private final AtomicLong nowNs = new AtomicLong(1_000);
    private final EmissionLedger ledger = new EmissionLedger();
    private final List<WebSocketSubscriber> left = new ArrayList<>();
    private final WebSocketSubscriber subscriber = subscriber(Runnable::run);

    @Test
    void hasOneSendInFlightAtMost() {
        assertThat(subscriber.trySend("one", highs(3))).isTrue();
        assertThat(subscriber.trySend("two", highs(4))).isFalse();
        assertThat(connection.sent).containsExactly("one");

        connection.complete();

        assertThat(subscriber.trySend("two", highs(4))).isTrue();
        assertThat(connection.inFlight()).isEqualTo(1);
        assertThat(ledger.sent().get(EventType.HIGH)).isEqualTo(3);
    }

    @Test
    void sendsAnswersInOrderOnceTheFrameBeforeIsOut() {
        subscriber.trySend("events", highs(1));
        subscriber.sendControl("first");
        subscriber.sendControl("second");
        assertThat(connection.sent).containsExactly("events");

        connection.complete();
        connection.complete();
        connection.complete();

        assertThat(connection.sent).containsExactly("events", "first", "second");
        assertThat(subscriber.trySend("more", highs(1))).isTrue();
    }

    @Test
    void letsOneFrameWaitBehindAnAnswer() {
        subscriber.sendControl("status");
        subscriber.sendControl("answer");

        assertThat(subscriber.trySend("events", highs(2))).isTrue();
        assertThat(subscriber.trySend("more", highs(1))).isFalse();
        assertThat(connection.sent).containsExactly("status");
        connection.complete();
        assertThat(subscriber.trySend("more", highs(1))).isFalse();
        connection.complete();

        assertThat(connection.sent).containsExactly("status", "events", "answer");
        assertThat(ledger.sent().get(EventType.HIGH)).isEqualTo(2);
    }

    @Test
    void countsAFrameThatWaitedWhenTheClientLeft() {
        subscriber.sendControl("status");
        subscriber.trySend("events", highs(5));

        subscriber.closed(new Departure(1006, ""));
        connection.complete();

        assertThat(ledger.failed().get(EventType.HIGH)).isEqualTo(5);
        assertThat(connection.sent).containsExactly("status");
    }

    @Test
    void countsWhatABrokenConnectionDidNotTakeAndClosesIt() {
        subscriber.trySend("events", highs(5));

        connection.fail();

        assertThat(ledger.failed().get(EventType.HIGH)).isEqualTo(5);
        assertThat(connection.closed).hasSize(1);
        assertThat(subscriber.trySend("more", highs(1))).isFalse();
        assertThat(subscriber.sendControl("answer")).isFalse();
    }

    @Test
    void closesAClientThatTakesNothingForThirtySeconds() {
        subscriber.trySend("events", highs(1));
        nowNs.addAndGet(29_999 * MS);
        subscriber.trySend("more", highs(1));
        assertThat(connection.closed).isEmpty();

        nowNs.addAndGet(MS);
        subscriber.trySend("more", highs(1));

        assertThat(connection.closed.get(0).getCloseCode().getCode()).isEqualTo(4008);
        assertThat(connection.closed.get(0).getReasonPhrase()).contains("30 s");
    }

    @Test
    void closesAStuckClientEvenWhereNoEventComes() {
        subscriber.trySend("events", highs(1));
        nowNs.addAndGet(30_000 * MS);

        assertThat(subscriber.sendControl("status")).isFalse();

        assertThat(connection.closed).hasSize(1);
        assertThat(left).containsExactly(subscriber);
    }

    @Test
    void asksAClientOfWhichNothingWasHeardForTwentySeconds() {
        nowNs.addAndGet(19_999 * MS);
        frame();
        assertThat(connection.pings).isZero();

        nowNs.addAndGet(MS);
        frame();

        assertThat(connection.pings).isEqualTo(1);
    }

    @Test
    void closesAClientThatAnswersNoPingForThirtySeconds() {
        nowNs.addAndGet(20_000 * MS);
        frame();
        nowNs.addAndGet(20_000 * MS);
        frame();
        nowNs.addAndGet(9_999 * MS);
        frame();
        assertThat(connection.closed).isEmpty();

        nowNs.addAndGet(MS);
        subscriber.sendControl("status");

        assertThat(connection.closed.get(0).getCloseCode().getCode()).isEqualTo(4009);
        assertThat(subscriber.departure()).isEqualTo(new Departure(4009, "no ping was answered for 30 s"));
        assertThat(left).containsExactly(subscriber);
    }

    @Test
    void keepsAClientThatAnswersItsPingsAndSaysNothingElse() {
        for (int second = 0; second < 600; second++) {
            int before = connection.pings;
            frame();
            if (connection.pings > before) {
                nowNs.addAndGet(MS);
                subscriber.heard();
            }
            nowNs.addAndGet(1_000 * MS);
        }

        assertThat(connection.closed).isEmpty();
        assertThat(connection.pings).isBetween(25, 30);
    }

    @Test
    void neverPingsAClientThatTalks() {
        for (int second = 0; second < 60; second++) {
            frame();
            subscriber.heard();
            nowNs.addAndGet(1_000 * MS);
        }

        assertThat(connection.pings).isZero();
    }

    @Test
    void sendsAnswersThatCameWhileItAsked() {
        List<Runnable> later = new ArrayList<>();
        WebSocketSubscriber asking = subscriber(later::add);
        nowNs.addAndGet(20_000 * MS);
        asking.trySend("events", highs(1));
        connection.complete();

        asking.sendControl("answer");
        assertThat(connection.sent).containsExactly("events");
        later.forEach(Runnable::run);

        assertThat(connection.pings).isEqualTo(1);
        assertThat(connection.sent).containsExactly("events", "answer");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void countsAFrameThatIsGivenUpOnceWhateverTheServerSaysLater(boolean sentAfterAll) {
        subscriber.trySend("events", highs(5));
        subscriber.sendControl("answer");

        subscriber.closeWith(WebSocketSubscriber.TOO_SLOW, "given up");
        assertThat(ledger.failed().get(EventType.HIGH)).isEqualTo(5);
        if (sentAfterAll) {
            connection.complete();
        } else {
            connection.fail();
        }
        subscriber.closed(new Departure(1006, ""));

        assertThat(ledger.failed().get(EventType.HIGH)).isEqualTo(5);
        assertThat(ledger.sent().get(EventType.HIGH)).isZero();
        assertThat(connection.sent).containsExactly("events");
        assertThat(connection.closed).hasSize(1);
        assertThat(left).containsExactly(subscriber);
    }

    @Test
    void countsWhatWasInFlightWhenTheClientLeft() {
        subscriber.trySend("events", highs(5));

        subscriber.closed(new Departure(1006, ""));

        assertThat(ledger.failed().get(EventType.HIGH)).isEqualTo(5);
        assertThat(connection.closed).isEmpty();
        assertThat(left).containsExactly(subscriber);
    }

    @Test
    void closesAClientThatAsksAndNeverReads() {
        for (int i = 0; i < 40; i++) {
            subscriber.sendControl("answer " + i);
        }

        assertThat(connection.closed).hasSize(1);
        assertThat(connection.sent).containsExactly("answer 0");
    }

    @Test
    void waitsThreeTenthsOfASecondForAClientThatMayResume() {
        assertThat(subscriber.mayStart()).isFalse();

        nowNs.addAndGet(300 * MS);

        assertThat(subscriber.mayStart()).isTrue();
        assertThat(subscriber.takeResumePoint()).isNull();
    }

    @Test
    void waitsForThePointOfAClientThatSaidItResumes() {
        connection.query = "resume";
        WebSocketSubscriber late = subscriber(Runnable::run);

        nowNs.addAndGet(5_000 * MS);

        assertThat(late.mayStart()).isFalse();

        late.resumeFrom(new ResumePoint(5, 9));

        assertThat(late.mayStart()).isTrue();
    }

    @Test
    void startsAtOnceWhenTheClientResumesAndTellsThePointOnce() {
        subscriber.resumeFrom(new ResumePoint(5, 9));

        assertThat(subscriber.mayStart()).isTrue();
        assertThat(subscriber.takeResumePoint()).isEqualTo(new ResumePoint(5, 9));
        assertThat(subscriber.takeResumePoint()).isNull();
    }

    private WebSocketSubscriber subscriber(Executor blocking) {
        return new WebSocketSubscriber(connection.session(),
                new Login(new SignedIn(7, "a@b.c", "A", "user"), "token"), UniverseSelection.NONE,
                new Surroundings(nowNs::get, ledger, blocking, left::add));
    }

    private void frame() {
        assertThat(subscriber.trySend("events", highs(1))).isTrue();
        connection.complete();
    }

    private static EventCounts highs(int count) {
        return EventCounts.of(EventType.HIGH, count);
    }
}
