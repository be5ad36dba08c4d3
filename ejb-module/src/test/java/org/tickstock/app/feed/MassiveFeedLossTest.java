package org.tickstock.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.feed.FeedStatus.State;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SymbolTable;

class MassiveFeedLossTest {

    private static final String EVERYTHING = "T.AAPL,T.MSFT,T.TSLA";
    private static final String EVICTION = MassiveProtocolServer.status("max_connections",
        "Maximum number of websocket connections exceeded.");

    private final MassiveProtocolServer server = MassiveProtocolServer.open();
    private final List<String> log = new ArrayList<>();
    private final Handler logHandler = new LogList(log);

    @AfterEach
    void closeServer() {
        MassiveFeedDesk.LOG.removeHandler(logHandler);
        server.close();
    }

    @Test
    void subscribesEverythingAgainAfterAReset() {
        try (MassiveFeedDesk desk = MassiveFeedDesk.at(server.url())) {
            desk.goLive();

            server.resetNewest();
            desk.workUntilState(State.DEGRADED);
            assertThat(desk.detail()).startsWith("reconnecting in 5.0 s, attempt 1: the connection broke, ");
            desk.pass(4_999);
            assertThat(desk.detail()).startsWith("reconnecting in 5.0 s, attempt 1: ");
            desk.pass(1);
            assertThat(desk.detail()).startsWith("connecting to ws://127.0.0.1:").contains(", attempt 1 after: ");
            assertThat(desk.status().state()).isEqualTo(State.DEGRADED);
            desk.workUntilState(State.LIVE);

            assertThat(server.connections()).isEqualTo(2);
            assertThat(server.subscribeMessages(1)).containsExactly(EVERYTHING);
            assertThat(desk.detail()).isEqualTo("T of 3 symbols");
        }
    }

    @Test
    void subscribesEveryChunkAgainAfterAClose() {
        MassiveSettings settings = MassiveFeedDesk.settings(server.url(), 5_000, "T");
        try (MassiveFeedDesk desk = new MassiveFeedDesk(settings, MassiveFeedDesk.table(1_001))) {
            desk.start();
            subscribeThreeChunks(desk, 0);

            server.closeNewest(1001, "maintenance");
            desk.workUntilState(State.DEGRADED);
            assertThat(desk.detail()).isEqualTo(
                "reconnecting in 5.0 s, attempt 1: the vendor closed the connection, code 1001, maintenance");
            desk.pass(5_000);
            subscribeThreeChunks(desk, 1);

            assertThat(server.subscribeMessages(1)).isEqualTo(server.subscribeMessages(0)).hasSize(3);
        }
    }

    @Test
    void reconnectsWhenTheConnectionEndsWithoutAWord() {
        try (MassiveFeedDesk desk = MassiveFeedDesk.at(server.url())) {
            desk.goLive();

            server.dropNewest();
            desk.workUntilState(State.DEGRADED);
            desk.pass(5_000);
            desk.workUntilState(State.LIVE);

            assertThat(server.subscribeMessages(1)).containsExactly(EVERYTHING);
        }
    }

    @Test
    void triesWithoutEndAndLaterEachTimeWhileTheVendorIsAway() {
        int port = server.port();
        server.close();
        try (MassiveFeedDesk desk = MassiveFeedDesk.at("ws://127.0.0.1:" + port + "/stocks")) {
            desk.start();

            List<Long> delaysMs = List.of(5_000L, 10_000L, 20_000L, 40_000L, 60_000L, 60_000L, 60_000L, 60_000L,
                60_000L, 60_000L, 60_000L, 60_000L);
            for (int attempt = 1; attempt <= delaysMs.size(); attempt++) {
                String expected = "reconnecting in " + delaysMs.get(attempt - 1) / 1_000 + ".0 s, attempt " + attempt
                    + ": no connection, ";
                desk.workUntil(() -> desk.detail().startsWith(expected));
                assertThat(desk.status().state()).isEqualTo(State.DEGRADED);
                desk.pass(delaysMs.get(attempt - 1));
            }

            desk.workUntil(() -> desk.detail().contains("attempt 13"));
            try (MassiveProtocolServer back = MassiveProtocolServer.openOn(port)) {
                desk.pass(60_000);
                desk.workUntilState(State.LIVE);
                assertThat(back.subscribeMessages(0)).containsExactly(EVERYTHING);
            }
        }
    }

    @Test
    void saysWithWhichStatusTheVendorTurnsItAway() {
        server.stopAccepting();
        try (MassiveFeedDesk desk = MassiveFeedDesk.at(server.url())) {
            desk.start();

            desk.workUntilState(State.DEGRADED);

            assertThat(desk.detail()).startsWith("reconnecting in 5.0 s, attempt 1: no connection, ").contains("503");
        }
    }

    @Test
    void givesUpForAWhileWhenTheKeyIsRefused() {
        server.answerAuthWith(MassiveProtocolServer.status("auth_failed", "authentication failed"));
        try (MassiveFeedDesk desk = MassiveFeedDesk.at(server.url())) {
            desk.start();

            desk.workUntilState(State.FAILED);
            assertThat(desk.detail()).isEqualTo("next try in 15 min: the vendor refused tickstock.feed.massive.key: "
                + "authentication failed");
            desk.pass(15 * 60_000 - 1);
            assertThat(desk.detail()).startsWith("next try in 15 min");
            assertThat(server.connections()).isEqualTo(1);
            server.answerAuthWith(MassiveProtocolServer.status("auth_success", "authenticated"));
            desk.pass(1);
            assertThat(desk.status().state()).isEqualTo(State.FAILED);
            desk.workUntilState(State.LIVE);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void waitsLongerEachTimeWhenAnotherProgramTakesTheConnection() {
        try (MassiveFeedDesk desk = MassiveFeedDesk.at(server.url())) {
            desk.goLive();

            for (int attempt = 1; attempt <= 3; attempt++) {
                server.send(EVICTION);
                server.closeNewest(1008, "");
                desk.workUntilState(State.DEGRADED);
                assertThat(desk.detail()).isEqualTo("reconnecting in " + (5 << attempt - 1) + ".0 s, attempt " + attempt
                    + ": the vendor allows no more connections for this key: "
                    + "Maximum number of websocket connections exceeded.");
                desk.pass(5_000L << attempt - 1);
                desk.workUntilState(State.LIVE);
            }

            desk.moveTo(MassiveFeedDesk.CLOSED);
            desk.pass(0);
            server.send(EVICTION);
            desk.workUntilState(State.DEGRADED);
            assertThat(desk.detail()).startsWith("reconnecting in 5.0 s, attempt 1: ");
        }
    }

    @Test
    void showsTheKeyNowhereEvenWhenTheVendorEchoesIt() {
        MassiveFeedDesk.LOG.addHandler(logHandler);
        server.answerAuthWith(MassiveProtocolServer.status("auth_failed", "bad key " + MassiveProtocolServer.KEY));
        try (MassiveFeedDesk desk = MassiveFeedDesk.at(server.url())) {
            desk.start();

            desk.workUntilState(State.FAILED);

            assertThat(desk.detail()).endsWith("bad key ***");
            assertThat(log).hasSizeGreaterThanOrEqualTo(2).noneMatch(line -> line.contains(MassiveProtocolServer.KEY));
        }
    }

    @Test
    void throwsNothingWhenTheExecutorTakesNoTasks() {
        MassiveFeed feed = new MassiveFeed(MassiveFeedDesk.settings(server.url(), 5_000, "T"), new SymbolTable(),
            new NewYorkCalendar(), () -> 0, task -> {
                throw new RejectedExecutionException("shutting down");
            }, () -> 0L);

        feed.start(null);
        feed.doWork();

        assertThat(feed.status().state()).isIn(State.CONNECTING, State.DEGRADED);
        feed.stop();
    }

    private void subscribeThreeChunks(MassiveFeedDesk desk, int connection) {
        desk.workUntil(() -> server.subscribeMessages(connection).size() == 1);
        desk.pass(200);
        desk.workUntil(() -> server.subscribeMessages(connection).size() == 2);
        desk.pass(200);
        desk.workUntil(() -> server.subscribeMessages(connection).size() == 3);
        desk.workUntilState(State.LIVE);
    }

    /** Keeps what is logged, as text. */
    private static final class LogList extends Handler {

        private final List<String> lines;

        LogList(List<String> lines) {
            this.lines = lines;
            setFormatter(new SimpleFormatter());
        }

        @Override
        public void publish(LogRecord entry) {
            lines.add(getFormatter().format(entry));
        }

        @Override
        public void flush() {
            // nothing is buffered
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
