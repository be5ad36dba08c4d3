package org.tickstock.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.launcher.TickStockServer;

/** A real day, 620,759 trades, through the deployed EAR as fast as it takes them. */
@Tag(TestBed.EVERY_SERVER)
@ExtendWith(SharedServer.class)
class RealDayIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void endsWithABalancedLedgerAndEveryEventOfferedToWhomItMatches(TestBed bed) {
        Path tape = Tapes.real("2013-10-08.csv.gz");
        try (TickStockServer server = TickStockServer.start(bed.options("day").with(bed.database("day"))
                .with("TICKSTOCK_FEED_PROVIDER", "replay")
                .with("TICKSTOCK_FEED_REPLAY_FILES", tape.toString())
                .with("TICKSTOCK_FEED_REPLAY_SPEED", "max"))) {
            server.awaitReady();
            Account demo = Account.signIn(server.address(), bed.dataFolder("day"), Account.DEMO);
            demo.watch("sp500");
            Account admin = Account.signIn(server.address(), bed.dataFolder("day"), Account.ADMIN);
            admin.watch("index_etf");
            await().atMost(PATIENCE).until(() -> feedState(demo).equals("finished") && inFlight(demo) == 0);

            JsonObject ledger = demo.getJson("api/pipeline");
            long collected = stage(ledger, "collect").getJsonNumber("out").longValue();
            assertThat(ledger.getBoolean("balanced")).as(ledger.toString()).isTrue();
            assertThat(stage(ledger, "feed").getInt("in")).isEqualTo(620_759);
            assertThat(stage(ledger, "detect").getInt("out") + refused(stage(ledger, "feed"))
                    + refused(stage(ledger, "detect"))).isEqualTo(620_759);
            assertThat(collected).isPositive();

            try (EventClient demos = EventClient.connect(demo); EventClient admins = EventClient.connect(admin)) {
                demos.resume(ledger.getJsonNumber("epoch").longValue(), 0);
                admins.resume(ledger.getJsonNumber("epoch").longValue(), 0);
                await().atMost(PATIENCE).until(() ->
                        demos.coveredTo() == collected && admins.coveredTo() == collected);

                assertThat(demos.symbols()).containsOnly("BAC", "AIG");
                assertThat(admins.symbols()).containsOnly("SPY");
                Set<Long> offered = new HashSet<>(demos.offsets());
                offered.addAll(admins.offsets());
                assertThat(offered).hasSize((int) collected);
                assertThat(demos.offsets().size() + admins.offsets().size()).isEqualTo((int) collected);
            }
            await().atMost(PATIENCE).until(() -> inFlight(demo) == 0);
            assertThat(stage(demo.getJson("api/pipeline"), "emit").getInt("out")).isEqualTo((int) collected);
        }
    }

    private static String feedState(Account account) {
        return account.getJson("api/pipeline").getJsonObject("feed").getString("state");
    }

    private static long inFlight(Account account) {
        return account.getJson("api/pipeline").getJsonArray("stages").getValuesAs(JsonObject.class).stream()
                .mapToLong(stage -> stage.getJsonNumber("in_flight").longValue()).sum();
    }

    private static JsonObject stage(JsonObject ledger, String name) {
        return ledger.getJsonArray("stages").getValuesAs(JsonObject.class).stream()
                .filter(stage -> stage.getString("stage").equals(name)).findFirst().orElseThrow();
    }

    private static int refused(JsonObject stage) {
        return stage.getJsonObject("refused").keySet().stream()
                .mapToInt(stage.getJsonObject("refused")::getInt).sum();
    }
}
