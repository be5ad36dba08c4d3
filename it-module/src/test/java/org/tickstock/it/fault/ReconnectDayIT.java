package org.tickstock.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.it.Account;
import org.tickstock.it.SharedServer;
import org.tickstock.it.Tapes;
import org.tickstock.it.TestBed;
import org.tickstock.launcher.DatabaseAddress;
import org.tickstock.launcher.TickStockServer;

/**
 * A whole real day, one client that never leaves and one that leaves and comes back at random moments, abruptly most
 * times: both end with exactly the same events.
 */
@ExtendWith(SharedServer.class)
@Order(3)
class ReconnectDayIT {

    private static final int RECONNECTS = Integer.getInteger("tickstock.fault.reconnects", 100);
    /** Seconds of the day in one second; raised, the day is shorter. */
    private static final String SPEED = System.getProperty("tickstock.fault.day-speed", "900");
    /** So few that who was away for a while gets the rest from the journal. */
    private static final String IN_MEMORY = "60";
    /** A fifth of a second is three minutes of the day: too long for the open, with so little memory. */
    private static final String ROUND_MS = "20";
    /** Looks, 5 ms apart or more, between two goings on average; most stay for a frame or two, some for none. */
    private static final int ODDS = Integer.getInteger("tickstock.fault.odds", 60);
    private static final Duration DAY = Duration.ofMinutes(60);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Random random = new Random(1_000);
    private int reconnects;
    private int early;

    @Test
    void endsWithTheEventsOfOneThatNeverLeft(TestBed bed) throws Exception {
        Path tape = Tapes.real("2013-10-08.csv.gz");
        List<Integer> ofTheTape = TapeEvents.idHashesOf(tape, bed.directory("reconnect-day"));
        DatabaseAddress database = bed.database("reconnect");
        long startNs = System.nanoTime();
        try (TickStockServer server = TickStockServer.start(bed.options("reconnect").with(database)
                .with("TICKSTOCK_FEED_PROVIDER", "replay")
                .with("TICKSTOCK_FEED_REPLAY_FILES", tape.toString())
                .with("TICKSTOCK_FEED_REPLAY_SPEED", SPEED)
                .with("TICKSTOCK_COLLECT_LOG_CAPACITY", IN_MEMORY)
                .with("TICKSTOCK_COLLECT_INTERVAL_MS", ROUND_MS)
                .with("TICKSTOCK_JOURNAL_INTERVAL_MS", ROUND_MS))) {
            server.awaitReady();
            Account account = Account.signIn(server.address(), bed.dataFolder("reconnect"), Account.ADMIN);
            // SPY by trends and surges, BAC and AIG by highs and lows.
            Watch watch = new Watch(account, "index_etf", "sp500");
            LogEnd start = new LogEnd(account.getJson("api/events?limit=1").getJsonNumber("epoch").longValue(), 0);
            try (ResumingClient stays = new ResumingClient(watch, start);
                    ResumingClient leaves = new ResumingClient(watch, start)) {
                stays.tend();
                await("a day and " + RECONNECTS + " reconnects").atMost(DAY).pollInterval(Duration.ofMillis(5))
                        .until(() -> isOver(account, stays, leaves));
                LogEnd end = new LogEnd(start.epoch(),
                        account.getJson("api/events?limit=1").getJsonNumber("last").longValue());
                await("both at the end").atMost(PATIENCE).until(() -> {
                    stays.tend();
                    leaves.tend();
                    return stays.hasCovered(end) && leaves.hasCovered(end);
                });

                assertSame(stays, leaves);
                EventTable journal = new EventTable(database);
                assertThat(journal.rows(end.epoch(), 0, end.last())
                        .stream().map(row -> row.delivery().idHash()).sorted().toList()).isEqualTo(ofTheTape);
                report(stays, leaves, end, Duration.ofNanos(System.nanoTime() - startNs));
            }
        }
    }

    /** Lets the one go, or come back, at a random moment: before it is open, before a frame, after some. */
    private boolean isOver(Account account, ResumingClient stays, ResumingClient leaves) {
        stays.tend();
        if (reconnects < RECONNECTS) {
            leaves.tend();
            if (random.nextInt(ODDS) == 0) {
                early += leaves.isFresh() ? 1 : 0;
                reconnects++;
                if (random.nextInt(4) == 0) {
                    leaves.leave();
                } else {
                    leaves.drop();
                }
            }
            return false;
        }
        leaves.tend();
        JsonObject feed = account.getJson("api/pipeline").getJsonObject("feed");
        return feed.getString("state").equals("finished") && new Ledger(account.getJson("api/pipeline")).isDrained();
    }

    private static void assertSame(ResumingClient stays, ResumingClient leaves) {
        Comparator<Delivery> byOffset = Comparator.comparingLong(Delivery::offset);
        assertThat(leaves.deliveries().stream().sorted(byOffset).toList()).isNotEmpty().doesNotHaveDuplicates()
                .isEqualTo(stays.deliveries().stream().sorted(byOffset).toList());
        assertThat(leaves.holes()).isEmpty();
        assertThat(stays.holes()).isEmpty();
        assertThat(leaves.backwardFrames() + stays.backwardFrames()).isZero();
        assertThat(stays.connects()).isEqualTo(1);
    }

    private void report(ResumingClient stays, ResumingClient leaves, LogEnd end, Duration took) throws Exception {
        String line = String.format(Locale.ROOT, "| Reconnects | Before a frame | Events of the day | Each got | "
                + "Duplicates | Missing | Gaps | s |%n|--:|--:|--:|--:|--:|--:|--:|--:|%n"
                + "| %,d | %,d | %,d | %,d | 0 | 0 | %d | %d |%n", reconnects, early, end.last(),
                stays.deliveries().size(), leaves.holes().size(), took.toSeconds());
        System.out.println(line);
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "reconnects.md"), line);
    }
}
