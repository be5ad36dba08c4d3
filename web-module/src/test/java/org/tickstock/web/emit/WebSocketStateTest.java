package org.tickstock.web.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.tickstock.app.account.SignedIn;
import org.tickstock.engine.emit.EmissionLedger;
import org.tickstock.engine.emit.EventCounts;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.universe.UniverseSelection;

/** Frames of the market's state keep out of the way of everything else. */
class WebSocketStateTest {

    private static final long MS = 1_000_000L;

    private final FakeConnection connection = new FakeConnection();
    private final AtomicLong nowNs = new AtomicLong(1_000);
    private final EmissionLedger ledger = new EmissionLedger();
    private final WebSocketSubscriber subscriber = new WebSocketSubscriber(connection.session(),
            new Login(new SignedIn(7, "a@b.c", "A", "user"), "token"), UniverseSelection.NONE,
            new Surroundings(nowNs::get, ledger, Runnable::run, left -> { }));

    @Test
    void sendsTheMarketsStateOnlyWhereNothingElseIsUnderWay() {
        subscriber.trySend("events", highs(1));
        subscriber.sendControl("answer");
        assertThat(subscriber.trySendState("state")).isFalse();

        connection.complete();
        assertThat(subscriber.trySendState("state")).isFalse();
        connection.complete();

        assertThat(subscriber.trySendState("state")).isTrue();
        assertThat(connection.sent).containsExactly("events", "answer", "state");
    }

    @Test
    void acceptsEventsBehindTheMarketsStateAndSendsThemFirstOfAll() {
        subscriber.trySendState("state");

        subscriber.sendControl("answer");
        assertThat(subscriber.trySend("events", highs(2))).isTrue();
        assertThat(subscriber.trySendState("more")).isFalse();
        connection.complete();
        connection.complete();

        assertThat(connection.sent).containsExactly("state", "events", "answer");
        assertThat(ledger.sent().get(EventType.HIGH)).isEqualTo(2);
    }

    @Test
    void restsFourTimesAsLongAsAFrameOfTheMarketsStateTook() {
        subscriber.trySendState("state");
        nowNs.addAndGet(700 * MS);
        connection.complete();

        nowNs.addAndGet(2_799 * MS);
        assertThat(subscriber.trySendState("more")).isFalse();
        subscriber.trySend("events", highs(1));
        connection.complete();
        nowNs.addAndGet(MS);

        assertThat(subscriber.trySendState("more")).isTrue();
    }

    private static EventCounts highs(int count) {
        return EventCounts.of(EventType.HIGH, count);
    }
}
