package org.tickstock.engine.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.TestMessages;
import org.tickstock.engine.collect.EventLog;
import org.tickstock.engine.collect.EventLogSettings;
import org.tickstock.engine.collect.SessionCounts;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.universe.Universe;
import org.tickstock.engine.universe.UniverseIndex;
import org.tickstock.engine.universe.UniverseSelection;

class ConnectionLedgerTest {

    private static final long MS = 1_000_000L;

    private final SymbolTable symbols = SymbolTable.of(List.of("S0", "S1"));
    private final UniverseIndex universes =
            UniverseIndex.of(List.of(new Universe("zero", "Zero", List.of("S0"))), symbols);
    private final EventLog log = new EventLog(new EventLogSettings(10, 1_000), 5);
    private final AtomicLong nowNs = new AtomicLong(1_000 * MS);
    private final EmissionCycle cycle =
            new EmissionCycle(log, new SessionCounts(), new EmissionLedger(), nowNs::get);
    private final RecordingSubscriber client =
            new RecordingSubscriber(new UniverseSelection(List.of("zero"), List.of("zero")));

    @Test
    void tellsWhatWasSentFromWhatIsNotTheirsAndWhatWaits() {
        client.resumePoint = new ResumePoint(5, 0);
        append(0, 1, 0);
        run();
        append(1, 1);
        run();
        append(0, 0, 1, 1);

        ConnectionStatus status = client.ledger().status(log);

        assertThat(status.offered()).isEqualTo(9);
        assertThat(status.sent()).isEqualTo(2);
        assertThat(status.filtered()).isEqualTo(3);
        assertThat(status.waiting()).isEqualTo(4);
        assertThat(status.balanced()).isTrue();
    }

    @Test
    void countsTheCyclesThatPassedASlowClientOver() {
        append(0);
        run();
        client.inFlight = true;
        append(0, 0);
        run();
        run();

        ConnectionStatus status = client.ledger().status(log);

        assertThat(status.skippedCycles()).isEqualTo(2);
        assertThat(status.waiting()).isEqualTo(2);
        assertThat(status.sent()).isEqualTo(1);
    }

    @Test
    void callsAnEventLostThatAFrameShouldHaveAndHasNot() {
        append(0, 0);
        client.ledger().begin(5, 0);
        StockDataFrame frame = new StockDataFrame("{}", EventCounts.of(EventType.HIGH, 1), 2);

        client.ledger().handOver(Handover.of(frame, log.read(0), 2), nowNs.get());

        assertThat(client.ledger().status(log).lost()).isEqualTo(1);
        assertThat(client.ledger().status(log).balanced()).isFalse();
    }

    @Test
    void callsAStretchLostThatWasPassedOverInSilence() {
        append(0, 0, 0);
        client.ledger().begin(5, 0);

        client.ledger().passOver(1, 3);

        assertThat(client.ledger().status(log).lost()).isEqualTo(2);
    }

    @Test
    void countsWhatAGapDeclaresAsNeitherSentNorFiltered() {
        client.resumePoint = new ResumePoint(5, 0);
        append(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        run();
        run();

        ConnectionStatus status = client.ledger().status(log);

        assertThat(status.inGaps()).isEqualTo(2);
        assertThat(status.gaps()).isEqualTo(1);
        assertThat(status.sent()).isEqualTo(10);
        assertThat(status.balanced()).isTrue();
    }

    @Test
    void offersAnUnknownEpochTheNewLogFromItsBeginning() {
        client.resumePoint = new ResumePoint(4, 9);
        append(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        run();
        run();

        ConnectionStatus status = client.ledger().status(log);

        assertThat(status.offered()).isEqualTo(12);
        assertThat(status.inGaps()).isEqualTo(2);
        assertThat(status.sent()).isEqualTo(10);
    }

    @Test
    void tellsWhatTheClientHasAndHowLongThatTook() {
        client.resumePoint = new ResumePoint(5, 0);
        append(0, 0);
        run();
        append(0);
        run();
        nowNs.addAndGet(30 * MS);

        client.ledger().acknowledge(5, 2, nowNs.get());
        assertThat(client.ledger().status(log).acknowledged()).isEqualTo(2);
        assertThat(client.ledger().status(log).ackLatencyNs()).isEqualTo(30 * MS);

        client.ledger().acknowledge(5, 3, nowNs.get());
        assertThat(client.ledger().status(log).acknowledged()).isEqualTo(3);
        assertThat(client.ledger().status(log).ackOffset()).isEqualTo(3);
    }

    @Test
    void takesAnAcknowledgementTwiceForOne() {
        append(0);
        run();

        client.ledger().acknowledge(5, 1, nowNs.get());
        client.ledger().acknowledge(5, 1, nowNs.get());
        client.ledger().acknowledge(5, 0, nowNs.get());

        assertThat(client.ledger().status(log).acknowledged()).isEqualTo(1);
        assertThat(client.ledger().status(log).ackOffset()).isEqualTo(1);
        assertThat(client.ledger().isAcknowledged(5, 1)).isTrue();
        assertThat(client.ledger().isAcknowledged(5, 2)).isFalse();
        assertThat(client.ledger().isAcknowledged(4, 1)).isFalse();
    }

    @Test
    void refusesAnAcknowledgementOfWhatWasNeverSent() {
        append(0, 0);
        run();
        append(0);

        assertThatThrownBy(() -> client.ledger().acknowledge(5, 3, 1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ack offset must be 0 to 2, the last that was sent, was 3");
        assertThatThrownBy(() -> client.ledger().acknowledge(5, -1, 1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("was -1");
        assertThatThrownBy(() -> client.ledger().acknowledge(4, 1, 1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ack epoch must be that of a frame sent over this connection, was 4");
        assertThat(client.ledger().status(log).ackOffset()).isEqualTo(-1);
    }

    @Test
    void remembersNoMoreThanItNeedsOfAClientThatNeverAcknowledges() {
        client.resumePoint = new ResumePoint(5, 0);
        for (int i = 0; i < 500; i++) {
            append(0);
            run();
        }

        client.ledger().acknowledge(5, 500, nowNs.get());

        assertThat(client.ledger().status(log).acknowledged()).isEqualTo(500);
    }

    private void append(int... symbolIds) {
        for (int symbolId : symbolIds) {
            log.append(TestMessages.high(symbolId, 1));
        }
    }

    private void run() {
        cycle.distribute(List.of(client), universes, MarketSession.REGULAR);
    }
}
