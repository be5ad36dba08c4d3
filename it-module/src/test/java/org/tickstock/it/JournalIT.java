package org.tickstock.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.launcher.DatabaseAddress;
import org.tickstock.launcher.EmbeddedDatabase;
import org.tickstock.launcher.Ports;
import org.tickstock.launcher.TickStockServer;

/**
 * One life with a database that comes late, goes away and comes back, and after a restart: the server says how it is,
 * and what left the log in memory comes from the journal.
 */
@Tag(TestBed.EVERY_SERVER)
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(4)
class JournalIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int IN_MEMORY = 100;
    private static final String[] SYMBOLS = {
        "BAC", "AIG", "AAPL", "MSFT", "JPM", "XOM", "GE", "T", "PFE", "KO", "WMT", "SPY"};

    private TestBed bed;
    private int databasePort;
    private EmbeddedDatabase database;
    private TickStockServer server;
    private Account account;

    @BeforeAll
    void start(TestBed given) {
        bed = given;
        databasePort = Ports.free();
        DatabaseAddress address;
        try (EmbeddedDatabase onlyForItsPassword = newDatabase()) {
            address = onlyForItsPassword.address();
        }
        Path tape = Tapes.rising(bed.directory("tapes").resolve("journal.csv"), 3_600, SYMBOLS);
        server = TickStockServer.start(bed.options("journal").with(address)
                .with("TICKSTOCK_FEED_PROVIDER", "replay")
                .with("TICKSTOCK_FEED_REPLAY_FILES", tape.toString())
                .with("TICKSTOCK_FEED_REPLAY_SPEED", "4")
                .with("TICKSTOCK_COLLECT_LOG_CAPACITY", Integer.toString(IN_MEMORY)));
    }

    @AfterAll
    void stop() {
        server.close();
        if (database != null) {
            database.close();
        }
    }

    @Test
    @Order(1)
    void isReadyOnlyOnceItsDatabaseIsThere() {
        server.awaitLive();
        assertThat(statusOf("health/ready")).isEqualTo(503);

        database = newDatabase();
        await("ready once the database is there").atMost(PATIENCE).until(server::isReady);

        account = Account.signIn(server.address(), bed.dataFolder("journal"), Account.DEMO);
        account.watch("sp500");
    }

    @Test
    @Order(2)
    void givesAClientThatComesBackLateExactlyWhatItMissed() {
        awaitLog(4 * IN_MEMORY);
        long epoch = epoch();

        assertReplays(epoch, 20);

        JsonObject page = account.getJson("api/events?after=20&limit=10");
        assertThat(page.isNull("gap")).isTrue();
        assertThat(page.getJsonNumber("to").longValue()).isEqualTo(30);
        assertThat(account.getJson("api/events?symbol=BAC&type=high&limit=3").getJsonArray("events")
                .getValuesAs(JsonObject.class)).hasSize(3)
                .allMatch(event -> event.getString("symbol").equals("BAC") && event.getString("type").equals("high"));
        assertThat(account.getJson("api/events?symbol=SPY").getJsonArray("events")).isEmpty();
        assertThat(refusal("type=nonsense")).startsWith("type must be one of high, low,").endsWith("was nonsense");
        assertThat(refusal("from=noon")).startsWith("from must be a time").endsWith("was noon");
        assertThat(account.get("api/events?epoch=5").statusCode()).isEqualTo(404);
    }

    @Test
    @Order(3)
    void losesNothingWhileTheDatabaseIsAway() {
        long before = last();
        try (EventClient client = EventClient.connect(account)) {
            await().atMost(PATIENCE).until(() -> !client.events().isEmpty());
            database.close();
            await("not ready without the database").atMost(PATIENCE).until(() -> !server.isReady());
            assertThat(statusOf("health/live")).isEqualTo(200);

            long then = client.coveredTo();
            await("emission goes on").atMost(PATIENCE).until(() -> client.coveredTo() > then + IN_MEMORY);
            assertThat(bed.dataFolder("journal").resolve("event-journal.spill")).isNotEmptyFile();
        }
        database = newDatabase();
        await("ready again, caught up").atMost(PATIENCE).until(server::isReady);

        awaitLog(before + 3 * IN_MEMORY);
        assertReplays(epoch(), before - 50);
        JsonObject journal = account.getJson("api/pipeline").getJsonObject("journal");
        assertThat(journal.getInt("lost")).isZero();
        assertThat(journal.isNull("trouble")).isTrue();
    }

    @Test
    @Order(4)
    void replaysTheOldLogAfterARestartAndThenTheNewOne() {
        long old = epoch();
        long after = last() - 150;
        server.restart().awaitReady();
        awaitLog(2 * IN_MEMORY);
        long now = epoch();
        List<Long> restOfOld = restPages(old, after);
        assertThat(restOfOld).hasSizeGreaterThan(100);

        try (EventClient client = EventClient.resuming(account, old, after)) {
            await().atMost(PATIENCE).until(() -> client.offsets(now).size() > IN_MEMORY);

            assertThat(client.frames("gap")).isEmpty();
            assertThat(client.offsets(old)).isEqualTo(restOfOld);
            List<Long> live = client.offsets(now);
            assertThat(live).doesNotHaveDuplicates();
            assertThat(restPages(now, 0)).startsWith(live.toArray(Long[]::new));
        }
        assertThat(account.getJson("api/events?epoch=" + old + "&after=" + after).getJsonNumber("next_epoch")
                .longValue()).isEqualTo(now);
    }

    /** A client that resumes there gets what the REST client reads up to the end of now, once and in order. */
    private void assertReplays(long epoch, long after) {
        List<Long> expected = restPages(epoch, after);
        assertThat(expected).hasSizeGreaterThan(2 * IN_MEMORY);
        try (EventClient client = EventClient.resuming(account, epoch, after)) {
            await().atMost(PATIENCE).until(() -> client.offsets(epoch).size() >= expected.size());

            assertThat(client.frames("gap")).isEmpty();
            assertThat(client.offsets(epoch).subList(0, expected.size())).isEqualTo(expected);
        }
    }

    /** Offsets of the account's events after one, read page by page up to the newest of now. */
    private List<Long> restPages(long epoch, long from) {
        List<Long> offsets = new ArrayList<>();
        long after = from;
        JsonObject page;
        do {
            page = account.getJson("api/events?limit=70&epoch=" + epoch + "&after=" + after);
            assertThat(page.get("gap")).as("gap after " + after).isEqualTo(JsonValue.NULL);
            page.getJsonArray("events").getValuesAs(JsonObject.class)
                    .forEach(event -> offsets.add(event.getJsonNumber("offset").longValue()));
            after = page.getJsonNumber("to").longValue();
        } while (after < page.getJsonNumber("last").longValue());
        return offsets;
    }

    private void awaitLog(long offset) {
        await("log at " + offset).atMost(PATIENCE).until(() -> last() >= offset);
    }

    private long last() {
        return account.getJson("api/events?limit=1").getJsonNumber("last").longValue();
    }

    private long epoch() {
        return account.getJson("api/events?limit=1").getJsonNumber("epoch").longValue();
    }

    private String refusal(String parameter) {
        return Account.json(account.get("api/events?" + parameter).body()).getString("detail");
    }

    private int statusOf(String path) {
        return Http.get(server.address().resolve(path)).statusCode();
    }

    private EmbeddedDatabase newDatabase() {
        return EmbeddedDatabase.startForTests(bed.directory("journal-database"), databasePort);
    }
}
