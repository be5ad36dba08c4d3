package org.tickstock.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.launcher.TickStockServer;

/** Minute bars of a tape in the deployed EAR, the same after a restart; and a file of days that is imported. */
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BarIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private TickStockServer server;
    private Account account;
    private Account administrator;

    @BeforeAll
    void start(TestBed bed) throws IOException {
        Path folder = Files.createDirectories(bed.directory("imports"));
        Files.writeString(folder.resolve("daily.csv"), "symbol,date,open,high,low,close,volume,adj_close\n"
                + "BAC,2013-10-04,14,14.1,13.9,14.05,1000,13.5\nBAC,2013-10-05,14,14.1,13.9,14.05,1000,13.5\n"
                + "BAC,2013-10-07,13.9,14,13.8,13.81,1000,13.27\n");
        Files.writeString(folder.resolve("members.csv"), "universe,title,symbol\nbanks,Banks,BAC\nbanks,,AIG\n");
        Path tape = Tapes.rising(bed.directory("tapes").resolve("bars.csv"), 900, "BAC", "AIG");
        server = TickStockServer.start(bed.options("bars").with(bed.database("bars"))
                .with("TICKSTOCK_IMPORT_FOLDER", folder.toString())
                .with("TICKSTOCK_IMPORT_AT_START", "true")
                .with("TICKSTOCK_FEED_PROVIDER", "replay")
                .with("TICKSTOCK_FEED_REPLAY_FILES", tape.toString())
                .with("TICKSTOCK_FEED_REPLAY_SPEED", "20"));
        server.awaitReady();
        account = Account.signIn(server.address(), bed.dataFolder("bars"), Account.DEMO);
        administrator = Account.signIn(server.address(), bed.dataFolder("bars"), Account.ADMIN);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    @Order(1)
    void answersMinutesTheOneThatIsFormingIncluded() {
        awaitMinutes(4);

        List<JsonObject> bars = bars("symbol=BAC");
        assertThat(bars.get(1).getString("time")).isEqualTo("2013-10-08T14:01:00Z");
        assertThat(bars.get(1).getInt("volume")).isEqualTo(6_000);
        assertThat(bars.get(1).getInt("trades")).isEqualTo(60);
        assertThat(bars.get(1).getBoolean("exact")).isTrue();
        assertThat(bars.get(1).getBoolean("invented")).isFalse();
        assertThat(bars("symbol=BAC&limit=2")).hasSize(2);
        assertThat(bars("symbol=BAC&to=2013-10-08T14:02:00Z")).hasSize(2);
        assertThat(bars("symbol=NOBODY")).isEmpty();
        assertThat(account.get("api/bars?symbol=BAC&timeframe=2min").statusCode()).isEqualTo(400);
        assertThat(account.get("api/bars").statusCode()).isEqualTo(400);
    }

    @Test
    @Order(2)
    void answersTheLastTradesTheNewestFirst() {
        JsonObject answer = account.getJson("api/ticks/recent?symbol=AIG&limit=50");

        List<JsonObject> ticks = answer.getJsonArray("ticks").getValuesAs(JsonObject.class);
        assertThat(ticks).hasSize(50);
        assertThat(ticks.get(0).getJsonNumber("ts_ms").longValue())
                .isGreaterThan(ticks.get(49).getJsonNumber("ts_ms").longValue());
        assertThat(account.get("api/ticks/recent?symbol=NOBODY").statusCode()).isEqualTo(404);
        assertThat(account.get("api/ticks/recent?symbol=AIG&limit=0").statusCode()).isEqualTo(400);
    }

    @Test
    @Order(3)
    void importsTheFilesOfItsFolderAtTheStart() {
        await().atMost(PATIENCE).until(() -> bars("symbol=BAC&timeframe=daily&to=2013-10-08T00:00:00Z").size() == 2);

        assertThat(account.get("api/admin/import").statusCode()).isEqualTo(403);
        JsonObject told = administrator.getJson("api/admin/import").getJsonArray("imports").getJsonObject(0);
        assertThat(told.getString("origin")).isEqualTo("daily.csv");
        assertThat(told.getInt("rows_refused")).isEqualTo(1);
        assertThat(administrator.getJson("api/admin/import/" + told.getInt("id")).getJsonObject("report")
                .getJsonObject("ghost_days").getInt("count")).isEqualTo(1);
    }

    @Test
    @Order(4)
    void countsImportedUniversesWithoutARestart() {
        assertThat(universes()).contains("banks Banks 2").doesNotContain("later Later 2");
        String order = "{\"file\": \"members.csv\", \"universe\": \"later\", \"title\": \"Later\"}";

        assertThat(account.post("api/admin/import", order).statusCode()).isEqualTo(403);
        await().atMost(PATIENCE).until(() -> administrator.post("api/admin/import", order).statusCode() == 202);

        await().atMost(PATIENCE).until(() -> universes().contains("later Later 2"));
        JsonObject told = administrator.getJson("api/admin/import");
        assertThat(told.keySet()).isEqualTo(WireSamples.sample("import").keySet());
        assertThat(told.getJsonArray("files")).hasSize(2);
        assertThat(administrator.post("api/admin/import", "{\"folder\": \"none\"}").statusCode()).isEqualTo(404);
        assertThat(account.get("api/admin/end-of-day").statusCode()).isEqualTo(403);
        assertThat(administrator.getJson("api/admin/end-of-day").keySet())
                .isEqualTo(WireSamples.sample("end_of_days").keySet());
    }

    private List<String> universes() {
        return account.getJson("api/universes").getJsonArray("universes").getValuesAs(JsonObject.class).stream()
                .map(each -> each.getString("name") + ' ' + each.getString("title") + ' ' + each.getInt("symbol_count"))
                .toList();
    }

    @Test
    @Order(5)
    void hasTheSameMinutesWhenTheTapeIsPlayedAnew() {
        awaitMinutes(8);
        List<JsonObject> before = bars("symbol=AIG").subList(1, 7);

        server.restart().awaitReady();
        awaitMinutes(8);

        assertThat(bars("symbol=AIG").subList(1, 7)).isEqualTo(before);
        JsonObject written = account.getJson("api/pipeline").getJsonObject("bars");
        assertThat(written.getInt("lost")).isZero();
        assertThat(written.getInt("refused")).isZero();
        assertThat(written.isNull("trouble")).isTrue();
    }

    private void awaitMinutes(int count) {
        await().atMost(PATIENCE).until(() -> bars("symbol=BAC").size() >= count && bars("symbol=AIG").size() >= count);
    }

    private List<JsonObject> bars(String query) {
        return account.getJson("api/bars?" + query).getJsonArray("bars").getValuesAs(JsonObject.class);
    }
}
