package org.tickstock.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.launcher.DatabaseAddress;
import org.tickstock.launcher.EmbeddedDatabase;
import org.tickstock.launcher.Ports;
import org.tickstock.launcher.TickStockServer;

/** The database comes late, goes away and comes back; the server stays up and says how it is. */
@Tag(TestBed.EVERY_SERVER)
@ExtendWith(SharedServer.class)
class DatabaseAwayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Test
    void isReadyOnlyWhileItsDatabaseIsThere(TestBed bed) {
        int port = Ports.free();
        DatabaseAddress address;
        try (EmbeddedDatabase onlyForItsPassword = EmbeddedDatabase.startForTests(bed.directory("late"), port)) {
            address = onlyForItsPassword.address();
        }
        try (TickStockServer server = TickStockServer.start(bed.options("database-away").with(address))) {
            server.awaitLive();
            assertThat(readiness(server)).isEqualTo(503);

            try (EmbeddedDatabase late = EmbeddedDatabase.startForTests(bed.directory("late"), port)) {
                assertThat(late.address()).isEqualTo(address);
                await("ready once the database is there").atMost(PATIENCE).until(server::isReady);
            }

            await("not ready without the database").atMost(PATIENCE).until(() -> !server.isReady());
            assertThat(Http.get(server.address().resolve("health/live")).statusCode()).isEqualTo(200);

            try (EmbeddedDatabase again = EmbeddedDatabase.startForTests(bed.directory("late"), port)) {
                assertThat(again.address()).isEqualTo(address);
                await("ready again").atMost(PATIENCE).until(server::isReady);
            }
        }
    }

    private static int readiness(TickStockServer server) {
        return Http.get(server.address().resolve("health/ready")).statusCode();
    }
}
