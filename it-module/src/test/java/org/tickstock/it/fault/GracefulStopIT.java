package org.tickstock.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.it.Account;
import org.tickstock.it.SharedServer;
import org.tickstock.it.Tapes;
import org.tickstock.it.TestBed;
import org.tickstock.launcher.DatabaseAddress;
import org.tickstock.launcher.ServerOptions;
import org.tickstock.launcher.TickStockServer;

/** A SIGTERM in the middle of a real day at 600 times its pace, and a start after it: every event is accounted for. */
@Tag(TestBed.EVERY_SERVER)
@ExtendWith(SharedServer.class)
@Order(2)
class GracefulStopIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String SPEED = "TICKSTOCK_FEED_REPLAY_SPEED";
    /** Some way into the trading day, and far from its end. */
    private static final long EVENTS = 60;

    @Test
    void leavesNoEventUnaccountedFor(TestBed bed) {
        Path tape = Tapes.real("2013-10-08.csv.gz");
        Map<String, List<Integer>> ofTheTape = TapeEvents.idHashesBySymbol(tape, bed.directory("stop-day"));
        DatabaseAddress database = bed.database("stop");
        EventTable journal = new EventTable(database);
        ServerOptions options = bed.options("stop").with(database)
                .with("TICKSTOCK_FEED_PROVIDER", "replay")
                .with("TICKSTOCK_FEED_REPLAY_FILES", tape.toString())
                .with(SPEED, "600")
                // Longer than a stop takes: what is journalled then, the stop has written.
                .with("TICKSTOCK_JOURNAL_INTERVAL_MS", "10000");
        try (TickStockServer server = TickStockServer.start(options)) {
            server.awaitReady();
            Account account = Account.signIn(server.address(), bed.dataFolder("stop"), Account.ADMIN);
            try (ResumingClient client =
                    new ResumingClient(new Watch(account, "index_etf", "sp500"), new LogEnd(end(account).epoch(), 0))) {
                await("the middle of the day").atMost(PATIENCE).until(() -> {
                    client.tend();
                    return end(account).last() >= EVENTS;
                });
                LogEnd seen = end(account);

                server.stop();

                assertIsWholeUpToItsEnd(journal, seen, ofTheTape);
                try (TickStockServer next = TickStockServer.start(options.with(SPEED, "max"))) {
                    next.awaitReady();
                    await("the day once more").atMost(PATIENCE).until(() -> {
                        client.tend();
                        JsonObject status = account.getJson("api/pipeline");
                        return status.getJsonObject("feed").getString("state").equals("finished")
                                && new Ledger(status).isDrained() && client.hasCovered(end(account));
                    });
                    assertGotWhatItWatches(client, journal, List.of(seen.epoch(), end(account).epoch()));
                }
            }
        }
    }

    private static LogEnd end(Account account) {
        var page = account.getJson("api/events?limit=1");
        return new LogEnd(page.getJsonNumber("epoch").longValue(), page.getJsonNumber("last").longValue());
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
