package org.tickstock.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.launcher.TickStockServer;

/** How many connections a user, and all users, may have. */
@Tag(TestBed.EVERY_SERVER)
@ExtendWith(SharedServer.class)
class ConnectionLimitsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void refusesOneTooManyOfAUserAndOneTooManyInAllAndLetsInAgainWhenOneLeft(TestBed bed) {
        try (TickStockServer server = TickStockServer.start(bed.options("limits").with(bed.database("limits"))
                .with("WEBSOCKET_MAX_CONNECTIONS", "5").with("TICKSTOCK_WEB_MAX_CONNECTIONS_PER_USER", "3"))) {
            server.awaitReady();
            Path data = bed.dataFolder("limits");
            Account demo = Account.signIn(server.address(), data, Account.DEMO);
            Account admin = Account.signIn(server.address(), data, Account.ADMIN);
            List<EventClient> clients = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                clients.add(EventClient.connect(demo));
            }
            assertRefused(demo, 429, "connections of one user must be at most 3");
            clients.add(EventClient.connect(admin));
            clients.add(EventClient.connect(admin));
            assertRefused(admin, 503, "connections must be at most 5");

            clients.remove(0).close();
            await().atMost(PATIENCE).until(
                    () -> admin.getJson("api/connections").getJsonArray("connections").size() == 4);

            clients.add(EventClient.connect(admin));
            clients.forEach(EventClient::close);
        }
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
}
