package org.tickstock.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.launcher.TickStockServer;

/** The way of events on a real server: ten points each, in order, every one inside its cycle. */
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TraceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final List<String> POINTS = List.of("event_detected", "event_queued", "event_requeued_for_display",
            "display_queue_collected", "events_buffered", "buffer_pulled", "emission_cycle_start",
            "event_ready_for_emission", "event_emitted", "emission_cycle_complete");

    private TickStockServer server;
    private Path data;
    private Account admin;

    @BeforeAll
    void start(TestBed bed) {
        // AIG and BAC are in the S&P 500, VOD is not
        Path tape = Tapes.rising(bed.directory("tapes").resolve("trace.csv"), 3_600, "AIG", "BAC", "VOD");
        server = TickStockServer.start(bed.options("trace").with(bed.database("trace"))
                .with("TICKSTOCK_FEED_PROVIDER", "replay")
                .with("TICKSTOCK_FEED_REPLAY_FILES", tape.toString())
                .with("TICKSTOCK_FEED_REPLAY_SPEED", "20")
                .with("TICKSTOCK_TRACE_CAPACITY", "20000"));
        server.awaitReady();
        data = bed.dataFolder("trace");
        admin = Account.signIn(server.address(), data, Account.ADMIN);
        Account.signIn(server.address(), data, Account.DEMO).watch("sp500");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void followsEveryDeliveredEventThroughTenPointsInsideItsCycle() {
        try (EventClient client = EventClient.connect(Account.signIn(server.address(), data, Account.DEMO))) {
            await().atMost(PATIENCE).until(() -> !client.events().isEmpty());
            JsonObject begun = Account.json(enable("{\"tickers\":[\"aig\",\"VOD\"]}").body());
            assertThat(begun.getBoolean("enabled")).isTrue();
            await().atMost(PATIENCE).until(() -> emitted(export("AIG")).size() > 30);
            admin.post("api/trace/disable");

            JsonObject file = export("AIG");
            List<JsonObject> delivered = emitted(file);
            // what was under way when tracing began lacks its beginning, and says so
            List<JsonObject> events = delivered.stream().filter(event -> event.getBoolean("whole")).toList();
            assertThat(events).hasSizeGreaterThan(20).allSatisfy(TraceIT::hasTenPointsInOrder);
            Set<String> ids = events.stream().map(event -> event.getString("event_id")).collect(Collectors.toSet());
            await("client has what was emitted").atMost(PATIENCE).until(() -> client.events().stream()
                    .map(each -> each.getString("id")).collect(Collectors.toSet()).containsAll(ids));
            assertInsideCycles(file);
            assertThat(file.getJsonObject("summary").getJsonObject("ended").getInt("emitted"))
                    .isEqualTo(delivered.size());
        }
        assertNotWatched(export("VOD"));
        assertThat(ids(export("BAC"))).isEmpty();
        assertThat(export("all").getJsonObject("ticker_summary").keySet()).containsExactlyInAnyOrder("AIG", "VOD");
        JsonObject cleared = Account.json(admin.post("api/trace/clear").body());
        assertThat(cleared.getInt("steps")).isZero();
        assertThat(cleared.getBoolean("enabled")).isFalse();
    }

    @Test
    void isForAdministratorsOnly() {
        Account demo = Account.signIn(server.address(), data, Account.DEMO);

        assertThat(demo.get("api/trace/status").statusCode()).isEqualTo(403);
        assertThat(demo.post("api/trace/disable").statusCode()).isEqualTo(403);
        assertThat(demo.get("api/trace/export/all").statusCode()).isEqualTo(403);
        assertThat(enable("{\"tickers\":[\"NOBODY1\"]}").body()).contains("tickers must be known, were not: [NOBODY1]");
        assertThat(enable("{\"tickers\":[]}").statusCode()).isEqualTo(400);
        assertThat(admin.get("api/trace/export/NOBODY1").statusCode()).isEqualTo(404);
        assertThat(Http.send(post("api/trace/clear").header("Origin", "http://elsewhere.example")
                .POST(HttpRequest.BodyPublishers.noBody())).statusCode()).isEqualTo(403);
    }

    private static void hasTenPointsInOrder(JsonObject event) {
        List<JsonObject> points = event.getJsonArray("points").getValuesAs(JsonObject.class);
        assertThat(points).extracting(point -> point.getString("action")).containsExactlyElementsOf(POINTS);
        assertThat(points).extracting(point -> point.getJsonNumber("ts_us").longValue()).isSorted();
        assertThat(points.subList(5, 10)).extracting(point -> point.getInt("cycle")).containsOnly(
                points.get(5).getInt("cycle"));
        assertThat(points.get(7).getBoolean("in_emission_cycle")).isTrue();
    }

    /** Of every step that says ready, the cycle had begun and had not ended. */
    private static void assertInsideCycles(JsonObject file) {
        List<JsonObject> steps = file.getJsonArray("steps").getValuesAs(JsonObject.class);
        List<JsonObject> ready = of(steps, "event_ready_for_emission");
        assertThat(ready).isNotEmpty();
        for (JsonObject step : ready) {
            JsonNumber cycle = step.getJsonNumber("cycle");
            long atUs = step.getJsonNumber("ts_us").longValue();
            assertThat(timesOf(steps, "emission_cycle_start", cycle)).hasSize(1).allMatch(startUs -> startUs <= atUs);
            assertThat(timesOf(steps, "emission_cycle_complete", cycle)).hasSize(1).allMatch(endUs -> endUs >= atUs);
        }
    }

    private static Set<Long> timesOf(List<JsonObject> steps, String action, JsonNumber cycle) {
        return of(steps, action).stream().filter(step -> step.getJsonNumber("cycle").equals(cycle))
                .map(step -> step.getJsonNumber("ts_us").longValue()).collect(Collectors.toSet());
    }

    private static List<JsonObject> of(List<JsonObject> steps, String action) {
        return steps.stream().filter(step -> step.getString("action").equals(action)).toList();
    }

    /** Its symbol is in no universe of anybody's: a cycle went over it, and it was never ready. */
    private static void assertNotWatched(JsonObject file) {
        List<JsonObject> events = file.getJsonArray("events").getValuesAs(JsonObject.class);
        assertThat(events).isNotEmpty();
        JsonObject event = events.stream().filter(each -> each.getBoolean("whole")).findFirst().orElseThrow();
        assertThat(event.getString("ended")).isEqualTo("not_watched");
        assertThat(event.getJsonArray("points").getValuesAs(JsonObject.class))
                .extracting(point -> point.getString("action"))
                .containsExactlyElementsOf(POINTS.stream()
                        .filter(point -> !point.equals("event_ready_for_emission") && !point.equals("event_emitted"))
                        .toList());
        assertThat(file.getJsonArray("steps").getValuesAs(JsonObject.class))
                .noneMatch(step -> step.getString("action").equals("event_ready_for_emission"));
    }

    private static List<JsonObject> emitted(JsonObject file) {
        return file.getJsonArray("events").getValuesAs(JsonObject.class).stream()
                .filter(event -> event.getString("ended").equals("emitted")).toList();
    }

    private static List<String> ids(JsonObject file) {
        return file.getJsonArray("events").getValuesAs(JsonObject.class).stream()
                .map(event -> event.getString("event_id")).toList();
    }

    private JsonObject export(String ticker) {
        HttpResponse<String> answer = admin.get("api/trace/export/" + ticker);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"trace-" + ticker + ".json\"");
        return Account.json(answer.body());
    }

    private HttpResponse<String> enable(String body) {
        return Http.send(post("api/trace/enable").header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder post(String path) {
        return HttpRequest.newBuilder(server.address().resolve(path)).header("Cookie", admin.cookie());
    }
}
