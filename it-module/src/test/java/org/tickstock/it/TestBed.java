package org.tickstock.it;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.tickstock.launcher.DatabaseAddress;
import org.tickstock.launcher.EmbeddedDatabase;
import org.tickstock.launcher.Ports;
import org.tickstock.launcher.ServerOptions;
import org.tickstock.launcher.TickStockServer;

/**
 * Where integration tests get their database and servers from; ends with the test run.
 *
 * <p>Thread: those of the test classes, two at a time.
 */
public final class TestBed implements AutoCloseable {

    /** What a server's virtual machine is started with beside its own; for tests that measure: empty. */
    public static final String JVM_ARGS = "JVM_ARGS";

    /** Tag of the tests that hold on every server; the others are about what no server changes, or take long. */
    public static final String EVERY_SERVER = "every-server";

    /** Lock of the tests that use {@link #sharedServer}. */
    public static final String SHARED_SERVER = "shared server";

    /** Lock of the tests that use {@link #risingServer}. */
    public static final String RISING_SERVER = "rising server";

    /** Lock of the tests that use {@link #historyServer}. */
    public static final String HISTORY_SERVER = "history server";

    /** How many connections the {@link #risingServer} takes of one user. */
    public static final int CONNECTIONS_PER_USER = 16;

    /** How many connections the {@link #risingServer} takes in all. */
    public static final int CONNECTIONS = 28;

    private final Path directory = Path.of(System.getProperty("tickstock.it.directory"));
    private EmbeddedDatabase database;
    private TickStockServer shared;
    private TickStockServer rising;
    private TickStockServer history;

    /** Clears away what the run before left; its logs were there to be read until now. */
    public TestBed() {
        try {
            if (Files.exists(directory)) {
                delete(directory);
            }
            Files.createDirectories(directory);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A folder below {@code target/it}. */
    public Path directory(String name) {
        return directory.resolve(name);
    }

    /** The PostgreSQL all tests share; {@link #database(String)} makes an empty database in it. */
    public synchronized EmbeddedDatabase postgresql() {
        if (database == null) {
            database = EmbeddedDatabase.startForTests(directory("database"), Ports.free());
        }
        return database;
    }

    /** An empty database of the test's own; the name occurs once in a test run. */
    public synchronized DatabaseAddress database(String name) {
        return postgresql().create(name);
    }

    /**
     * What a server of the test's own is started with: a free port, its own folders, no database yet.
     * Its compiler makes code quickly rather than fast: most servers here live for a minute.
     */
    public ServerOptions options(String name) {
        Path folder = directory("server-" + name);
        return ServerOptions.of(Path.of(System.getProperty("tickstock.server.home")), folder)
                .with("TICKSTOCK_DATA_DIR", dataFolder(name).toString())
                .with(JVM_ARGS, "-XX:TieredStopAtLevel=1");
    }

    /** Where the server of these {@link #options} keeps its data. */
    public Path dataFolder(String name) {
        return directory("server-" + name).resolve("data");
    }

    /** The server that tests share which change nothing another test would notice. */
    public synchronized TickStockServer sharedServer() {
        if (shared == null) {
            shared = TickStockServer.start(options("shared").with(postgresql().address()));
            shared.awaitReady();
        }
        return shared;
    }

    /** The server on which SPY and BAC make a new high each quarter of a second, for an hour of the tape. */
    public synchronized TickStockServer risingServer() {
        if (rising == null) {
            Path tape = Tapes.rising(directory("tapes").resolve("rising.csv"), 3_600, "SPY", "BAC");
            rising = TickStockServer.start(options("rising").with(database("rising"))
                    .with("TICKSTOCK_FEED_PROVIDER", "replay")
                    .with("TICKSTOCK_FEED_REPLAY_FILES", tape.toString())
                    .with("TICKSTOCK_FEED_REPLAY_SPEED", "4")
                    .with("WEBSOCKET_MAX_CONNECTIONS", Integer.toString(CONNECTIONS))
                    .with("TICKSTOCK_WEB_MAX_CONNECTIONS_PER_USER", Integer.toString(CONNECTIONS_PER_USER)));
            rising.awaitReady();
        }
        return rising;
    }

    /** Signs in to the {@link #risingServer}. */
    public Account onRisingServer(String email) {
        return Account.signIn(risingServer().address(), dataFolder("rising"), email);
    }

    /**
     * The server that imported two real years of the S&P 500, up to 2017-03-31, while it replays a real day of 2013 at
     * speed 300.
     */
    public synchronized TickStockServer historyServer() {
        if (history == null) {
            Path folder = Tapes.copied(Tapes.daily("daily_sp500_2015_2017.csv.gz"), directory("history"));
            history = TickStockServer.start(options("history").with(database("history"))
                    .with("TICKSTOCK_IMPORT_FOLDER", folder.toString())
                    .with("TICKSTOCK_IMPORT_AT_START", "true")
                    .with("TICKSTOCK_FEED_PROVIDER", "replay")
                    .with("TICKSTOCK_FEED_REPLAY_FILES", Tapes.real("2013-10-08.csv.gz").toString())
                    .with("TICKSTOCK_FEED_REPLAY_SPEED", "300"));
            history.awaitReady();
            Account demo = Account.signIn(history.address(), dataFolder("history"), Account.DEMO);
            await("the imported history").atMost(Duration.ofSeconds(90)).until(() -> {
                var answer = demo.get("api/market-state/rankings?limit=1");
                return answer.statusCode() == 200 && answer.body().contains("2017-03-31");
            });
        }
        return history;
    }

    @Override
    public void close() {
        if (history != null) {
            history.close();
        }
        if (shared != null) {
            shared.close();
        }
        if (rising != null) {
            rising.close();
        }
        if (database != null) {
            database.close();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
