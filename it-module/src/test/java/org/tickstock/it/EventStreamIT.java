package org.tickstock.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What goes over the WebSocket of the deployed EAR, while a replay makes new highs for SPY and BAC all the time. */
@Tag(TestBed.EVERY_SERVER)
@ResourceLock(TestBed.RISING_SERVER)
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventStreamIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private TestBed bed;

    @BeforeAll
    void start(TestBed given) {
        bed = given;
        bed.risingServer();
    }

    @Test
    void givesTwoUsersWithDifferentUniversesDifferentEventsEachOnlyTheirs() {
        Account demo = demo();
        Account admin = admin();
        demo.watch("sp500");
        admin.watch("index_etf");

        try (EventClient demos = EventClient.connect(demo); EventClient admins = EventClient.connect(admin)) {
            await().atMost(PATIENCE).until(() -> demos.events().size() > 10 && admins.events().size() > 10);

            assertThat(demos.symbols()).containsExactly("BAC");
            assertThat(admins.symbols()).containsExactly("SPY");
            assertThat(demos.offsets()).doesNotContainAnyElementsOf(admins.offsets()).doesNotHaveDuplicates();
        }
    }

    @Test
    void showsNoDuplicateAndNoHoleToAClientThatIsCutOffAgainAndAgain() {
        Account admin = admin();
        admin.watch("index_etf");
        List<Long> seen = new ArrayList<>();
        try (EventClient stayed = EventClient.connect(admin)) {
            await().atMost(PATIENCE).until(() -> !stayed.events().isEmpty());
            long epoch = stayed.epoch();
            long after = stayed.coveredTo();
            long first = after;
            for (int cut = 0; cut < 8; cut++) {
                EventClient client = EventClient.resuming(admin, epoch, after);
                long before = after;
                await().atMost(PATIENCE).until(() -> client.coveredTo() > before);
                client.drop();
                seen.addAll(client.offsets());
                after = client.coveredTo();
                assertThat(client.frames("gap")).isEmpty();
            }
            long last = after;
            await().atMost(PATIENCE).until(() -> stayed.coveredTo() >= last);

            List<Long> expected = stayed.offsets().stream().filter(offset -> offset > first && offset <= last).toList();
            assertThat(expected).isNotEmpty();
            assertThat(seen).doesNotHaveDuplicates();
            assertThat(new TreeSet<>(seen)).containsExactlyElementsOf(new TreeSet<>(expected));
        }
    }

    @Test
    void declaresAGapToAClientOfAnEpochItDoesNotKnow() {
        try (EventClient client = EventClient.resuming(demo(), 1, 5)) {
            await().atMost(PATIENCE).until(() -> !client.frames("gap").isEmpty());

            assertThat(client.frames("gap").get(0).getString("reason")).isEqualTo("unknown_epoch");
        }
    }

    @Test
    void tellsEveryConnectionOfAUserThatTheirUniversesChanged() {
        Account demo = demo();
        try (EventClient client = EventClient.connect(demo)) {
            await().atMost(PATIENCE).until(() -> !client.frames("status_update").isEmpty());

            demo.watch("sector_financials");

            await().atMost(PATIENCE).until(() -> !client.frames("universe_updated").isEmpty());
            assertThat(client.frames("universe_updated").get(0).getJsonArray("market").getString(0))
                    .isEqualTo("sector_financials");
        }
        demo.watch("sp500");
    }

    @Test
    void answersGarbageWithAnErrorAndStays() {
        try (EventClient client = EventClient.connect(demo())) {
            client.send("garbage");
            client.send("{\"event\":\"hello\"}");
            client.send("{\"event\":\"resume\",\"data\":{\"epoch\":\"x\"}}");
            client.send("{\"event\":\"ack\",\"data\":{\"epoch\":1,\"offset\":\"x\"}}");
            client.send("{\"event\":\"ack\",\"data\":{\"epoch\":1,\"offset\":1}}");
            client.send("{\"event\":\"ping\",\"data\":{}}");

            await().atMost(PATIENCE).until(() -> !client.frames("pong").isEmpty());

            assertThat(client.frames("error")).hasSize(5).extracting(error -> error.getString("message"))
                    .anySatisfy(text -> assertThat(text).startsWith("resume epoch must be a whole number"))
                    .contains("ack offset must be a whole number, was \"x\"",
                            "ack epoch must be that of a frame sent over this connection, was 1");
            assertThat(client.closed()).isNotDone();
        }
    }

    @Test
    void sendsExactlyTheFieldsOfTheDocumentedSamples() {
        Account demo = demo();
        demo.watch("sp500");
        try (EventClient client = EventClient.connect(demo)) {
            client.resume(1, 5);
            client.send("nonsense");
            for (String request : List.of("ping", "user_status_request", "refresh_universe_data")) {
                client.send("{\"event\":\"" + request + "\",\"data\":{}}");
            }
            List<String> answers = List.of("status_update", "gap", "error", "pong", "user_status_response",
                    "universe_updated", "stock_data", "market_analytics");
            await().atMost(PATIENCE).until(() -> answers.stream().noneMatch(name -> client.frames(name).isEmpty())
                    && !client.events().isEmpty());

            for (String name : answers) {
                assertThat(client.frames(name).get(0).keySet()).as(name).isEqualTo(WireSamples.data(name).keySet());
            }
            JsonObject high = client.frames("stock_data").stream().map(data -> data.getJsonArray("highs"))
                    .filter(highs -> !highs.isEmpty()).findFirst().orElseThrow().getJsonObject(0);
            Set<String> documented = WireSamples.fieldsOf(WireSamples.data("stock_data").getJsonArray("highs")
                    .getJsonObject(0));
            documented.removeIf(field -> field.startsWith("reversal_info"));
            assertThat(WireSamples.fieldsOf(high)).isEqualTo(documented);
        }
    }

    @Test
    void accountsForEveryEventOfAConnectionUntilItsClientHasIt() {
        Account demo = demo();
        demo.watch("sp500");
        try (EventClient client = EventClient.connect(demo)) {
            await().atMost(PATIENCE).until(() -> client.events().size() > 5);
            client.send("{\"event\":\"ack\",\"data\":{\"epoch\":" + client.epoch() + ",\"offset\":"
                    + client.coveredTo() + "}}");
            JsonObject ledger = await().atMost(PATIENCE).until(
                    () -> demo.newestConnection().getJsonObject("ledger"), it -> it.getInt("acknowledged") > 5);

            assertThat(ledger.getBoolean("balanced")).isTrue();
            assertThat(ledger.getInt("lost")).isZero();
            assertThat(ledger.getInt("filtered_out")).isPositive();
            assertThat(ledger.getJsonNumber("ack_latency_ms").doubleValue()).isBetween(0.0, 30_000.0);
            assertThat(client.frames("error")).isEmpty();

            client.send("{\"event\":\"ack\",\"data\":{\"epoch\":" + client.epoch() + ",\"offset\":999999}}");
            await().atMost(PATIENCE).until(() -> !client.frames("error").isEmpty());
            assertThat(client.frames("error").get(0).getString("message"))
                    .startsWith("ack offset must be 0 to ").endsWith(", was 999999");
        }
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonObject closed = demo.getJson("api/me/connections").getJsonArray("closed").getJsonObject(0);
            assertThat(closed.getJsonObject("ledger").getBoolean("balanced")).isTrue();
            assertThat(closed.getInt("code")).isEqualTo(1000);
        });
    }

    private Account demo() {
        return bed.onRisingServer(Account.DEMO);
    }

    private Account admin() {
        return bed.onRisingServer(Account.ADMIN);
    }
}
