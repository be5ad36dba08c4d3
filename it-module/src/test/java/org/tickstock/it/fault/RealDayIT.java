package org.tickstock.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.it.Account;
import org.tickstock.it.EventClient;
import org.tickstock.it.SharedServer;
import org.tickstock.it.Tapes;
import org.tickstock.it.TestBed;
import org.tickstock.launcher.DatabaseAddress;
import org.tickstock.launcher.ServerOptions;
import org.tickstock.launcher.TickStockServer;

/**
 * A real day, 620,759 trades: a SIGTERM in the middle of it at 600 times its pace, then a start that plays it as fast
 * as the server takes it. Every event is accounted for, and offered to whom it matches.
 */
@Tag(TestBed.EVERY_SERVER)
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(2)
class RealDayIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String SPEED = "TICKSTOCK_FEED_REPLAY_SPEED";
    private static final int TRADES = 620_759;
    /** Some way into the trading day, and far from its end. */
    private static final long EVENTS = 60;

    private TestBed bed;
    private ServerOptions options;
    private Map<String, List<Integer>> ofTheTape;
    private EventTable journal;
    private TickStockServer server;
    private ResumingClient client;
    private int toldBefore;

    @BeforeAll
    void start(TestBed given) {
        bed = given;
        Path tape = Tapes.real("2013-10-08.csv.gz");
        ofTheTape = TapeEvents.idHashesBySymbol(tape, bed.directory("stop-day"));
        DatabaseAddress database = bed.database("stop");
        journal = new EventTable(database);
        options = bed.options("stop").with(database)
                .with("TICKSTOCK_FEED_PROVIDER", "replay")
                .with("TICKSTOCK_FEED_REPLAY_FILES", tape.toString())
                // Longer than a stop takes: what is journalled then, the stop has written.
                .with("TICKSTOCK_JOURNAL_INTERVAL_MS", "10000");
        server = TickStockServer.start(options.with(SPEED, "600"));
        server.awaitReady();
    }

    @AfterAll
    void stop() {
        if (client != null) {
            client.close();
        }
        server.close();
    }

    @Test
    @Order(1)
    void isWholeUpToTheEndWhenItIsStoppedInTheMiddle() {
        Account account = signIn(Account.ADMIN);
        client = new ResumingClient(new Watch(account, "index_etf", "sp500"), new LogEnd(end(account).epoch(), 0));
        await("the middle of the day").atMost(PATIENCE).until(() -> {
            client.tend();
            return end(account).last() >= EVENTS;
        });
        LogEnd seen = end(account);

        server.stop();

        await("told that the server goes").atMost(PATIENCE).until(() -> !client.closeCodes().isEmpty());
        // Open Liberty takes the line away before the application hears that it stops.
        assertThat(client.closeCodes()).singleElement().isIn(1001, 1006);
        toldBefore = client.deliveries().size();
        assertIsWholeUpToItsEnd(journal, seen, ofTheTape);
    }

    @Test
    @Order(2)
    void givesBothLogsWithoutAHoleToAClientThatWasThereBefore() {
        server.close();
        server = TickStockServer.start(options.with(SPEED, "max"));
        server.awaitReady();
        Account account = signIn(Account.ADMIN);

        await("the day once more").atMost(PATIENCE).until(() -> {
            client.tend();
            JsonObject status = account.getJson("api/pipeline");
            return status.getJsonObject("feed").getString("state").equals("finished")
                    && new Ledger(status).isDrained() && client.hasCovered(end(account));
        });

        assertGotWhatItWatches(client, journal, List.of(client.sinceEpoch(), end(account).epoch()));
    }

    @Test
    @Order(3)
    void endsWithABalancedLedgerAndEveryEventOfferedToWhomItMatches() {
        Account demo = signIn(Account.DEMO);
        demo.watch("sp500");
        Account admin = signIn(Account.ADMIN);
        admin.watch("index_etf");
        Ledger ledger = new Ledger(demo.getJson("api/pipeline"));
        assertThat(ledger.isBalanced()).as(ledger.toString()).isTrue();
        assertThat(ledger.stage("feed").getInt("in")).isEqualTo(TRADES);
        assertThat(ledger.stage("detect").getInt("out") + ledger.refused("feed") + ledger.refused("detect"))
                .isEqualTo(TRADES);
        client.leave();
        long told = client.deliveries().size() - toldBefore;

        try (EventClient demos = EventClient.resuming(demo, ledger.epoch(), 0);
                EventClient admins = EventClient.resuming(admin, ledger.epoch(), 0)) {
            await().atMost(PATIENCE).until(() -> demos.coveredTo() == ledger.collected()
                    && admins.coveredTo() == ledger.collected());

            assertThat(demos.symbols()).containsOnly("BAC", "AIG");
            assertThat(admins.symbols()).containsOnly("SPY");
            List<Long> offered = new ArrayList<>(demos.offsets());
            offered.addAll(admins.offsets());
            assertThat(offered).containsExactlyInAnyOrderElementsOf(
                    LongStream.rangeClosed(1, ledger.collected()).boxed().toList());
        }
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonObject emitted = new Ledger(demo.getJson("api/pipeline")).stage("emit");
            assertThat(emitted.getInt("in_flight")).isZero();
            assertThat(emitted.getJsonNumber("out").longValue()).isEqualTo(told + ledger.collected());
        });
    }

    private Account signIn(String email) {
        return Account.signIn(server.address(), bed.dataFolder("stop"), email);
    }

    private static LogEnd end(Account account) {
        return new Ledger(account.getJson("api/pipeline")).end();
    }

    /** Offsets without a hole up to the end that was written down; of each symbol the tape's first events, once. */
    private static void assertIsWholeUpToItsEnd(
            EventTable journal, LogEnd seen, Map<String, List<Integer>> ofTheTape) {
        Long end = journal.end(seen.epoch());
        assertThat(end).isNotNull().isGreaterThanOrEqualTo(seen.last());
        List<EventTable.Row> rows = journal.rows(seen.epoch(), 0, Long.MAX_VALUE);
        assertThat(rows).extracting(row -> row.delivery().offset())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, end).boxed().toList());
        assertThat(journal.holes(seen.epoch(), 0, Long.MAX_VALUE)).isEmpty();
        rows.stream().collect(Collectors.groupingBy(EventTable.Row::symbol)).forEach((symbol, own) ->
                assertThat(own).as(symbol).extracting(row -> row.delivery().idHash())
                        .containsExactlyInAnyOrderElementsOf(ofTheTape.get(symbol).subList(0, own.size())));
        assertThat(end).as("stopped before the day was over")
                .isLessThan(ofTheTape.values().stream().mapToInt(List::size).sum());
    }

    private static void assertGotWhatItWatches(ResumingClient client, EventTable journal, List<Long> epochs) {
        List<Delivery> ought = epochs.stream()
                .flatMap(epoch -> journal.rows(epoch, 0, Long.MAX_VALUE).stream())
                .filter(row -> journal.members(row.isHighLow() ? "sp500" : "index_etf").contains(row.symbol()))
                .map(EventTable.Row::delivery).toList();
        assertThat(client.holes()).isEmpty();
        assertThat(client.deliveries()).doesNotHaveDuplicates();
        // The journal is written every ten seconds here: what it lacks yet may have been delivered from memory.
        assertThat(new HashSet<>(client.deliveries())).containsAll(ought);
        assertThat(ought).isNotEmpty();
    }
}
