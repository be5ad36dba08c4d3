package org.tickstock.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.launcher.TickStockServer;

/** Canceled, corrected and late trades, from the tape to the REST client, the WebSocket and the screen. */
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RevisionIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private TickStockServer server;
    private Path data;

    @BeforeAll
    void start(TestBed bed) {
        Path tape = Tapes.takenBack(bed.directory("tapes").resolve("taken-back.csv"), 3_600, "AIG");
        server = TickStockServer.start(bed.options("revision").with(bed.database("revision"))
                .with("TICKSTOCK_FEED_PROVIDER", "replay")
                .with("TICKSTOCK_FEED_REPLAY_FILES", tape.toString())
                .with("TICKSTOCK_FEED_REPLAY_SPEED", "4"));
        server.awaitReady();
        data = bed.dataFolder("revision");
        demo().watch("sp500");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void tellsEveryChannelThatCarriedAHighWhatBecameOfIt() {
        Account demo = demo();
        try (EventClient client = EventClient.connect(demo)) {
            await().atMost(PATIENCE).until(() ->
                    statuses(client.revisions()).containsAll(List.of("retracted", "revised")));

            assertThat(client.revisions()).allSatisfy(revision -> {
                assertThat(WireSamples.fieldsOf(revision))
                        .isEqualTo(WireSamples.fieldsOf(WireSamples.sample("event_revised")));
                assertThat(client.events()).extracting(event -> event.getString("id"))
                        .contains(revision.getString("revises")).doesNotContain(revision.getString("id"));
            });
            assertThat(demo.getJson("api/events?limit=1000").getJsonArray("events").getValuesAs(JsonObject.class))
                    .extracting(event -> event.getString("type")).contains("high", "event_revised");
        }
    }

    @Test
    void tellsTheOfficialExtremeFromTheLiveOneAndWhyTheyDiffer() {
        Account demo = demo();
        await().atMost(PATIENCE).until(() -> !regularHigh(demo).isNull("differs"));

        JsonObject extremes = demo.getJson("api/symbols/aig/extremes");

        assertThat(WireSamples.fieldsOf(extremes))
                .isEqualTo(WireSamples.fieldsOf(WireSamples.sample("symbol_extremes")));
        assertThat(extremes.getString("trade_date")).isEqualTo("2013-10-08");
        JsonObject high = regularHigh(demo);
        assertThat(high.getString("differs")).isEqualTo("late");
        assertThat(high.getJsonObject("official").getJsonNumber("price").doubleValue())
                .isGreaterThan(high.getJsonObject("live").getJsonNumber("price").doubleValue());
    }

    @Test
    void answersForASymbolNobodyKnowsWithAProblem() {
        HttpResponse<String> answer = demo().get("api/symbols/NOBODY1/extremes");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Account.json(answer.body()).getString("field")).isEqualTo("symbol");
    }

    @Test
    void strikesThroughOnTheScreenWhatDoesNotStand(TestBed bed) {
        try (Browsers browsers = Browsers.open()) {
            for (int width : new int[] {1440, 390}) {
                Page page = browsers.browser().newPage(new Browser.NewPageOptions().setViewportSize(width, 900));
                page.navigate(server.address().toString());
                page.locator("input[name=email]").fill(Account.DEMO);
                page.locator("input[name=password]").fill(Account.passwordOf(data, Account.DEMO));
                page.locator("button.primary").click();

                Locator retracted = page.locator(".row-event.retracted").first();
                assertThat(retracted).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
                assertThat(retracted).hasAttribute("title", Pattern.compile("retracted at .*: cancel of its trade"));
                assertThat(retracted.locator(".price")).hasCSS("text-decoration-line", "line-through");
                Locator revised = page.locator(".row-event.revised").first();
                assertThat(revised.locator("s")).isVisible();
                assertThat(revised).hasAttribute("title", Pattern.compile("revised at .*: correction of its trade"));
                if (width > 1000) {
                    retracted.click();
                    assertThat(page.locator(".sheet-events details[open] summary.retracted")).isVisible();
                }
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(bed.directory("pictures").resolve("revisions-" + width + ".png")));
                page.close();
            }
        }
    }

    private static List<String> statuses(List<JsonObject> revisions) {
        return revisions.stream().map(revision -> revision.getString("status")).toList();
    }

    private static JsonObject regularHigh(Account account) {
        return account.getJson("api/symbols/AIG/extremes").getJsonArray("sessions").getJsonObject(0)
                .getJsonObject("high");
    }

    private Account demo() {
        return Account.signIn(server.address(), data, Account.DEMO);
    }
}
