package org.tickstock.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.launcher.TickStockServer;

/** What becomes of clients that do not read, or are not there any more, and what an operator sees of it. */
@Tag(TestBed.EVERY_SERVER)
@ExtendWith(SharedServer.class)
class SlowClientIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration OFTEN = Duration.ofMillis(500);

    /** In one, since each takes its half minute: they do not disturb each other, and that is a part of it. */
    @Test
    void closesAClientThatReadsNothingAndOneThatAnswersNothingAndSaysWhy(TickStockServer server, TestBed bed)
            throws Exception {
        Account account = Account.signIn(server.address(), bed.dataFolder("shared"), Account.DEMO);
        long epoch = account.getJson("api/events").getJsonNumber("epoch").longValue();
        try (BareSocket stalled = new BareSocket(account); BareSocket silent = new BareSocket(account);
                EventClient healthy = EventClient.connect(account)) {
            CompletableFuture<Integer> silentEnd = CompletableFuture.supplyAsync(silent::readToTheEnd);
            // The same events again and again, until no buffer between the two ends takes more.
            await().atMost(PATIENCE).pollInterval(OFTEN).until(() -> {
                stalled.send("{\"event\":\"resume\",\"data\":{\"epoch\":" + epoch + ",\"after\":0}}");
                return open(account).stream().anyMatch(ledger -> ledger.getInt("skipped_cycles") > 2);
            });

            JsonObject stuck = await().atMost(PATIENCE).pollInterval(OFTEN)
                    .until(() -> closed(account, 4008), found -> found != null);
            assertThat(stuck.getString("reason")).isEqualTo("no frame was taken for 30 s");
            JsonObject ledger = stuck.getJsonObject("ledger");
            assertThat(ledger.getBoolean("balanced")).isTrue();
            assertThat(ledger.getInt("skipped_cycles")).isGreaterThan(20);

            assertThat(silentEnd.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(4009);
            assertThat(silent.pings()).isPositive();
            assertThat(closed(account, 4009).getString("reason")).isEqualTo("no ping was answered for 30 s");
            assertThat(healthy.closed()).isNotDone();
            assertThat(stalled.readToTheEnd()).isIn(4008, BareSocket.NO_CODE);
        }
    }

    private static List<JsonObject> open(Account account) {
        return account.getJson("api/me/connections").getJsonArray("connections").getValuesAs(JsonObject.class).stream()
                .map(connection -> connection.getJsonObject("ledger")).toList();
    }

    private static JsonObject closed(Account account, int code) {
        return account.getJson("api/me/connections").getJsonArray("closed").getValuesAs(JsonObject.class).stream()
                .filter(connection -> connection.getInt("code") == code).findFirst().orElse(null);
    }
}
