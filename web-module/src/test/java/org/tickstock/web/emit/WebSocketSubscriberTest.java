package org.tickstock.web.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickstock.app.account.SignedIn;
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
    private final WebSocketSubscriber subscriber = new WebSocketSubscriber(connection.session(),
            new Login(new SignedIn(7, "a@b.c", "A", "user"), "token"), UniverseSelection.NONE,
            new WebSocketSubscriber.Surroundings(nowNs::get, ledger, Runnable::run, left::add));

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
        assertThat(subscriber.trySend("more", highs(1))).isFalse();
        connection.complete();
        connection.complete();

        assertThat(connection.sent).containsExactly("events", "first", "second");
        assertThat(subscriber.trySend("more", highs(1))).isTrue();
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
        subscriber.closed();

        assertThat(ledger.failed().get(EventType.HIGH)).isEqualTo(5);
        assertThat(ledger.sent().get(EventType.HIGH)).isZero();
        assertThat(connection.sent).containsExactly("events");
        assertThat(connection.closed).hasSize(1);
        assertThat(left).containsExactly(subscriber);
    }

    @Test
    void countsWhatWasInFlightWhenTheClientLeft() {
        subscriber.trySend("events", highs(5));

        subscriber.closed();

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
    void startsAtOnceWhenTheClientResumesAndTellsThePointOnce() {
        subscriber.resumeFrom(new ResumePoint(5, 9));

        assertThat(subscriber.mayStart()).isTrue();
        assertThat(subscriber.takeResumePoint()).isEqualTo(new ResumePoint(5, 9));
        assertThat(subscriber.takeResumePoint()).isNull();
    }

    private static EventCounts highs(int count) {
        return EventCounts.of(EventType.HIGH, count);
    }
}
