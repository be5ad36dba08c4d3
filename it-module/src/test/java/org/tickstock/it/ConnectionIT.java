package org.tickstock.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Whom the WebSocket lets in, how many of them, whom it takes them for, and when it shows them out. */
@Tag(TestBed.EVERY_SERVER)
@ResourceLock(TestBed.RISING_SERVER)
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectionIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private TestBed bed;

    @BeforeAll
    void start(TestBed given) {
        bed = given;
        bed.risingServer();
    }

    @Test
    void refusesAStrangerBeforeTheUpgrade() {
        assertThat(refusalOf()).isEqualTo(401);
        assertThat(refusalOf("Cookie", "TICKSTOCK_LOGIN=made-up")).isEqualTo(401);
        assertThat(refusalAt("%77s")).isEqualTo(401);
    }

    @Test
    void refusesAForeignOriginThoughTheCookieIsGood() {
        assertThat(refusalOf("Cookie", demo().cookie(), "Origin", "http://elsewhere.example")).isEqualTo(403);
    }

    @Test
    void showsEveryonesConnectionsToAnAdministratorOnly() {
        Account demo = demo();
        Account admin = admin();
        demo.watch("sp500");
        admin.watch("index_etf");
        try (EventClient demos = EventClient.connect(demo); EventClient admins = EventClient.connect(admin)) {
            await().atMost(PATIENCE).until(() -> !demos.frames("stock_data").isEmpty()
                    && !admins.frames("stock_data").isEmpty());

            assertThat(demo.get("api/connections").statusCode()).isEqualTo(403);
            assertThat(demo.getJson("api/me/connections").getJsonArray("connections").getValuesAs(JsonObject.class))
                    .isNotEmpty().allSatisfy(each -> assertThat(each.getString("email")).isEqualTo(Account.DEMO));
            assertThat(admin.getJson("api/connections").getJsonArray("connections").getValuesAs(JsonObject.class))
                    .extracting(each -> each.getString("email")).contains(Account.DEMO, Account.ADMIN);
            JsonObject sample = WireSamples.sample("connections");
            assertThat(WireSamples.fieldsOf(demo.newestConnection()))
                    .isEqualTo(WireSamples.fieldsOf(sample.getJsonArray("connections").getJsonObject(0)));
            assertThat(admin.getJson("api/connections").keySet()).isEqualTo(sample.keySet());
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(WireSamples.fieldsOf(
                        demo.getJson("api/me/connections").getJsonArray("closed").getJsonObject(0)))
                .isEqualTo(WireSamples.fieldsOf(
                        WireSamples.sample("connections").getJsonArray("closed").getJsonObject(0))));
    }

    @Test
    void neverMixesTwoUsersWhoConnectAtTheSameTime() {
        Account demo = demo();
        Account admin = admin();
        List<EventClient> clients = IntStream.range(0, 24).parallel()
                .mapToObj(i -> EventClient.connect(i % 2 == 0 ? demo : admin)).toList();
        try {
            clients.forEach(client -> client.send("{\"event\":\"user_status_request\",\"data\":{}}"));
            await().atMost(PATIENCE).until(() -> clients.stream()
                    .noneMatch(client -> client.frames("user_status_response").isEmpty()));

            for (int i = 0; i < clients.size(); i++) {
                assertThat(clients.get(i).frames("user_status_response").get(0).getString("email"))
                        .isEqualTo(i % 2 == 0 ? Account.DEMO : Account.ADMIN);
            }
        } finally {
            clients.forEach(EventClient::close);
        }
    }

    @Test
    void closesTheSocketsOfALoginThatEnds() throws Exception {
        Account account = demo();
        try (EventClient client = EventClient.connect(account)) {
            await().atMost(PATIENCE).until(() -> !client.frames("status_update").isEmpty());

            account.post("api/auth/logout");

            CompletableFuture<Integer> closed = client.closed();
            assertThat(closed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(4401);
        }
    }

    @Test
    void refusesOneTooManyOfAUserAndOneTooManyInAllAndLetsInAgainWhenOneLeft() {
        Account demo = demo();
        Account admin = admin();
        await("those of the test before are gone").atMost(PATIENCE).until(() -> connections(admin) == 0);
        List<EventClient> clients = new ArrayList<>();
        try {
            connect(clients, demo, TestBed.CONNECTIONS_PER_USER);
            assertRefused(demo, 429, "connections of one user must be at most " + TestBed.CONNECTIONS_PER_USER);
            connect(clients, admin, TestBed.CONNECTIONS - TestBed.CONNECTIONS_PER_USER);
            assertRefused(admin, 503, "connections must be at most " + TestBed.CONNECTIONS);

            clients.remove(0).close();
            await().atMost(PATIENCE).until(() -> connections(admin) == TestBed.CONNECTIONS - 1);

            connect(clients, admin, 1);
        } finally {
            clients.forEach(EventClient::close);
        }
    }

    private int refusalOf(String... headers) {
        return refusalAt("ws", headers);
    }

    private int refusalAt(String path, String... headers) {
        int[] status = new int[1];
        assertThatThrownBy(() -> EventClient.connect(bed.risingServer().address().resolve(path), headers).close())
                .isInstanceOf(CompletionException.class)
                .cause().isInstanceOfSatisfying(WebSocketHandshakeException.class,
                        refused -> status[0] = refused.getResponse().statusCode());
        return status[0];
    }

    /** The door decides before the upgrade, so a plain request meets it too. */
    private static void assertRefused(Account account, int status, String detail) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            HttpResponse<String> answer = account.get("ws");
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(Account.json(answer.body()).getString("detail")).isEqualTo(detail);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        });
    }

    private static void connect(List<EventClient> clients, Account account, int more) {
        for (int i = 0; i < more; i++) {
            clients.add(EventClient.connect(account));
        }
    }

    private static int connections(Account admin) {
        return admin.getJson("api/connections").getJsonArray("connections").size();
    }

    private Account demo() {
        return bed.onRisingServer(Account.DEMO);
    }

    private Account admin() {
        return bed.onRisingServer(Account.ADMIN);
    }
}
