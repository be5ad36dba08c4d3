package org.tickstock.it.fault;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.tickstock.it.Account;
import org.tickstock.it.TestBed;
import org.tickstock.launcher.EmbeddedDatabase;
import org.tickstock.launcher.Ports;
import org.tickstock.launcher.ServerOptions;
import org.tickstock.launcher.TickStockServer;

/**
 * A real server under load, with a database, a disk and a clock of its own, all of which may be broken.
 *
 * <p>Thread: the test's.
 */
final class Stand implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(Long.getLong("tickstock.fault.patience-s", 120));
    /** How many events the log holds in memory: so few that most of what a client missed comes from the journal. */
    static final int IN_MEMORY = 1_000;

    private final TestBed bed;
    private final Disk disk;
    private final SteppedClock clock;
    private final int databasePort = Ports.free();
    private ServerOptions options;
    private EmbeddedDatabase database;
    private TickStockServer server;
    private List<Watch> watches = List.of();
    private final Map<Long, Long> seen = new HashMap<>();
    private boolean isKilled;

    private Stand(TestBed bed) {
        this.bed = bed;
        disk = Disk.open(bed.directory("fault-disk"));
        clock = new SteppedClock(bed.directory("fault-clock"));
        Map<String, String> environment = new HashMap<>(clock.environment());
        environment.put("TICKSTOCK_DATA_DIR", dataFolder().toString());
        environment.put("TICKSTOCK_FEED_SYNTHETIC_TICKS_PER_SECOND", "300");
        environment.put("TICKSTOCK_FEED_SYNTHETIC_SPEED", "30");
        environment.put("TICKSTOCK_COLLECT_LOG_CAPACITY", Integer.toString(IN_MEMORY));
        environment.put("TICKSTOCK_WEB_MAX_CONNECTIONS_PER_USER", "1000");
        options = bed.options("fault").with(environment);
    }

    /** Starts everything and signs everybody in. */
    static Stand open(TestBed bed) {
        Stand stand = new Stand(bed);
        try {
            stand.startDatabase();
            stand.options = stand.options.with(stand.database.address());
            stand.startServer();
            Account demo = Account.signIn(stand.server.address(), stand.dataFolder(), Account.DEMO);
            Account admin = Account.signIn(stand.server.address(), stand.dataFolder(), Account.ADMIN);
            stand.watches = List.of(
                    new Watch(demo, "sp500", "sp500"), new Watch(admin, "index_etf", "sector_information_technology"));
            stand.awaitEvents(1);
            return stand;
        } catch (RuntimeException | AssertionError failed) {
            stand.close();
            throw failed;
        }
    }

    List<Watch> watches() {
        return watches;
    }

    TickStockServer server() {
        return server;
    }

    Disk disk() {
        return disk;
    }

    SteppedClock clock() {
        return clock;
    }

    EventTable journal() {
        return new EventTable(database.address());
    }

    Path spillFile() {
        return dataFolder().resolve("event-journal.spill");
    }

    /** The newest event of the live log. */
    LogEnd end() {
        LogEnd end = ledger().end();
        seen.put(end.epoch(), end.last());
        return end;
    }

    Ledger ledger() {
        return new Ledger(watches.get(0).account().getJson("api/pipeline"));
    }

    /** Waits for so many more events. */
    void awaitEvents(long more) {
        long then = end().last();
        awaitThat("more events", () -> end().last() >= then + more);
    }

    void awaitThat(String what, BooleanSupplier reached) {
        await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(reached::getAsBoolean);
    }

    void startDatabase() {
        database = EmbeddedDatabase.startForTests(disk.folder(), databasePort);
    }

    void stopDatabase() {
        database.close();
    }

    /** Ends the server as a crash would and starts it again. */
    void killAndStart() {
        isKilled = true;
        server.kill();
        startServer();
    }

    /** Stops the server in good order and starts it again with these variables changed. */
    void restart(Map<String, String> changed) {
        isKilled = false;
        server.stop();
        options = options.with(changed);
        startServer();
    }

    /** Kept before it is waited for, so that one that does not get ready is ended too. */
    private void startServer() {
        server = TickStockServer.start(options);
        server.awaitReady();
    }

    /** Whether the log before this one was killed. */
    boolean wasKilled() {
        return isKilled;
    }

    /** The greatest offset that this log was ever asked for here. */
    long lastSeenOf(long epoch) {
        return seen.getOrDefault(epoch, 0L);
    }

    private Path dataFolder() {
        return disk.folder().resolve("tickstock");
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        if (database != null) {
            database.close();
        }
        disk.close();
    }
}
