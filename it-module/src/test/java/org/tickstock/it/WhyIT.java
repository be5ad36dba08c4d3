package org.tickstock.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.launcher.TickStockServer;

/** Why an event came, and why another did not, over REST. */
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhyIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private TickStockServer server;
    private Path data;

    @BeforeAll
    void start(TestBed bed) {
        Path tape = Tapes.takenBack(bed.directory("tapes").resolve("why.csv"), 3_600, "AIG");
        server = TickStockServer.start(bed.options("why").with(bed.database("why"))
                .with("TICKSTOCK_FEED_PROVIDER", "replay")
                .with("TICKSTOCK_FEED_REPLAY_FILES", tape.toString())
                .with("TICKSTOCK_FEED_REPLAY_SPEED", "8")
                .with("TICKSTOCK_COLLECT_LOG_CAPACITY", "10"));
        server.awaitReady();
        data = bed.dataFolder("why");
        demo().watch("sp500");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void tellsTheStoryOfAnEventAndExplainsItsMoment() {
        Account demo = demo();
        await().atMost(PATIENCE).until(() -> !highs(demo).isEmpty());
        List<JsonObject> highs = highs(demo);
        JsonObject high = highs.get(highs.size() - 1);
        String id = high.getString("id");

        JsonObject why = demo.getJson("api/events/" + id + "/why");
        JsonObject whyNot = demo.getJson("api/why-not?symbol=aig&type=high&at=" + high.getJsonNumber("ts_ms"));

        assertThat(why.getJsonObject("event").getString("id")).isEqualTo(id);
        assertThat(why.getJsonNumber("offset")).isEqualTo(high.getJsonNumber("offset"));
        assertThat(why.getJsonArray("stages")).hasSize(7);
        assertThat(why.getJsonObject("you").getJsonObject("universes").getBoolean("matches")).isTrue();
        assertThat(whyNot.getString("answer")).isEqualTo("raised");
        assertThat(whyNot.getString("event_id")).isEqualTo(id);
    }

    @Test
    void tellsOfAnEventThatLeftMemoryWhatTheJournalKeeps() {
        Account demo = demo();
        await().atMost(PATIENCE).until(() -> demo.getJson("api/events?limit=1").getInt("last") > 30);
        JsonObject first = highs(demo).get(0);

        JsonObject why = demo.getJson("api/events/" + first.getString("id") + "/why");

        assertThat(why.getJsonObject("event").getString("id")).isEqualTo(first.getString("id"));
        assertThat(why.getJsonNumber("offset")).isEqualTo(first.getJsonNumber("offset"));
        assertThat(why.isNull("priority")).isTrue();
        assertThat(why.getJsonArray("stages").getJsonObject(0).isNull("ts_ms")).isFalse();
        assertThat(why.getJsonArray("stages").getJsonObject(1).isNull("ts_ms")).isTrue();
    }

    @Test
    void answersWhatItCannotExplainWithAProblem() {
        assertProblem(demo().get("api/events/AIG-2013-10-08-high-99999/why"), 404, "id");
        assertProblem(demo().get("api/why-not?symbol=NOBODY1&type=high&at=1381240800000"), 404, "symbol");
        assertProblem(demo().get("api/why-not?symbol=AIG&type=pressure&at=1381240800000"), 400, "type");
        assertProblem(demo().get("api/why-not?symbol=AIG&type=high&at=noon"), 400, "at");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String field) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Account.json(answer.body()).getString("field")).isEqualTo(field);
    }

    private static List<JsonObject> highs(Account account) {
        return account.getJson("api/events?limit=1000").getJsonArray("events").getValuesAs(JsonObject.class).stream()
                .filter(event -> event.getString("type").equals("high")).toList();
    }

    private Account demo() {
        return Account.signIn(server.address(), data, Account.DEMO);
    }
}
