package org.tickstock.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.launcher.TickStockServer;

/** What a person sees, in a real browser. */
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardIT {

    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

    private Browsers browsers;
    private TickStockServer replay;
    private Path data;

    @BeforeAll
    void start(TestBed bed) {
        browsers = Browsers.open();
        Path tape = Tapes.rising(bed.directory("tapes").resolve("browser.csv"), 3_600, "SPY", "BAC");
        replay = TickStockServer.start(bed.options("browser").with(bed.database("browser"))
                .with("TICKSTOCK_FEED_PROVIDER", "replay")
                .with("TICKSTOCK_FEED_REPLAY_FILES", tape.toString())
                .with("TICKSTOCK_FEED_REPLAY_SPEED", "2"));
        replay.awaitReady();
        data = bed.dataFolder("browser");
    }

    @AfterAll
    void stop() {
        if (replay != null) {
            replay.close();
        }
        if (browsers != null) {
            browsers.close();
        }
    }

    @Test
    void signsInAndSeesTheEventsOfAReplayedTape() {
        Account.signIn(replay.address(), data, Account.DEMO).watch("sp500");
        try (Visit visit = new Visit(1440, 900)) {
            Page page = visit.signIn(Account.DEMO);

            assertThat(row(page, "BAC")).isVisible(PATIENTLY);
            assertThat(page.getByText("REPLAY")).isVisible();
            assertThat(visit.faults).isEmpty();
        }
    }

    @Test
    void saysThatAPasswordIsWrong() {
        try (Visit visit = new Visit(1440, 900)) {
            Page page = visit.open();
            page.locator("input[name=email]").fill(Account.DEMO);
            page.locator("input[name=password]").fill("wrong");
            page.locator("button.primary").click();

            assertThat(page.locator("[role=alert]")).containsText("not right");
        }
    }

    @Test
    void letsAPersonChangeTheirPasswordAndEndsTheirOtherLogins() {
        String first = Account.passwordOf(data, Account.ADMIN);
        String second = "changed-in-a-browser-2";
        Account elsewhere = Account.signIn(replay.address(), data, Account.ADMIN);
        try (Visit visit = new Visit(1440, 900)) {
            Page page = visit.signIn(Account.ADMIN);
            page.getByLabel("Menu").click();
            page.getByText("Change password").click();
            Locator dialog = page.locator("ts-password dialog");

            changePassword(page, dialog, "wrong", second);
            assertThat(dialog.locator("[role=alert]")).containsText("That is not your password");
            assertThat(elsewhere.get("api/me").statusCode()).isEqualTo(200);

            changePassword(page, dialog, first, second);
            assertThat(dialog.locator("[role=status]")).hasText("Your password is changed.");
            assertThat(elsewhere.get("api/me").statusCode()).isEqualTo(401);
            assertThat(Account.login(replay.address(), Account.ADMIN, first).statusCode()).isEqualTo(401);

            // The login that changed it stays; and the other tests sign in with the password of the file.
            changePassword(page, dialog, second, first);
            assertThat(Account.login(replay.address(), Account.ADMIN, first).statusCode()).isEqualTo(200);
            assertThat(visit.faults).isEmpty();
        }
    }

    private static void changePassword(Page page, Locator dialog, String current, String next) {
        dialog.locator("[name=current]").fill(current);
        dialog.locator("[name=new]").fill(next);
        dialog.locator("[name=again]").fill(next);
        page.waitForResponse(answer -> answer.url().endsWith("api/me/password"),
                () -> dialog.locator("button.primary").click());
    }

    @Test
    void offersUniversesWhenTheyAreAskedFor() {
        try (Visit visit = new Visit(1440, 900)) {
            Page page = visit.signIn(Account.DEMO);
            page.locator("button.universes").click();

            assertThat(page.locator("ts-universe-picker tbody tr").first()).isVisible();
            assertThat(page.locator("ts-universe-picker dialog")).isVisible();
            assertThat(visit.faults).isEmpty();
        }
    }

    @Test
    void showsTwoUsersWithDifferentUniversesOnlyTheirOwn() {
        Account.signIn(replay.address(), data, Account.DEMO).watch("sp500");
        Account.signIn(replay.address(), data, Account.ADMIN).watch("index_etf");
        try (Visit demo = new Visit(1440, 900); Visit admin = new Visit(1440, 900)) {
            Page demos = demo.signIn(Account.DEMO);
            Page admins = admin.signIn(Account.ADMIN);

            assertThat(row(demos, "BAC")).isVisible(PATIENTLY);
            assertThat(row(admins, "SPY")).isVisible(PATIENTLY);
            assertThat(rows(demos, "SPY")).hasCount(0);
            assertThat(rows(admins, "BAC")).hasCount(0);
        }
    }

    @Test
    void showsNoDuplicateAndNoHoleAfterTheConnectionWasCut() {
        Account.signIn(replay.address(), data, Account.DEMO).watch("sp500");
        try (Visit visit = new Visit(1440, 900)) {
            List<WebSocketRoute> sockets = new ArrayList<>();
            visit.context.routeWebSocket(Pattern.compile(".*/ws"), socket -> {
                socket.connectToServer();
                sockets.add(socket);
            });
            Page page = visit.signIn(Account.DEMO);
            assertThat(row(page, "BAC")).isVisible(PATIENTLY);
            for (int cut = 1; cut <= 3; cut++) {
                int newest = highCounts(page).get(0);
                int connections = sockets.size() + 1;
                sockets.get(sockets.size() - 1).close();
                page.waitForCondition(() -> sockets.size() == connections && highCounts(page).get(0) > newest + 1);
            }

            List<Integer> counts = highCounts(page);
            assertThat(counts).hasSizeGreaterThan(3)
                    .isEqualTo(IntStream.range(0, counts.size()).mapToObj(i -> counts.get(0) - i).toList());
            assertThat(page.getByText("were not received")).hasCount(0);
        }
    }

    @Test
    void looksRightOnADesktopAndOnAPhoneInBothThemes(TickStockServer synthetic, TestBed bed) {
        for (String theme : List.of("dark", "light")) {
            picture(bed, synthetic, theme, 1440, 900);
            picture(bed, synthetic, theme, 390, 844);
        }
    }

    private void picture(TestBed bed, TickStockServer server, String theme, int width, int height) {
        try (Visit visit = new Visit(width, height)) {
            visit.context.addInitScript("""
                    const colours = JSON.stringify({theme: '%s', palette: 'standard'});
                    localStorage.setItem('tickstock.colours', colours);
                    localStorage.setItem('tickstock.preferences', colours);""".formatted(theme));
            Page page = visit.signIn(server, bed.dataFolder("shared"), Account.DEMO);
            assertThat(page.locator(".row-event").first()).isVisible(PATIENTLY);
            assertThat(page.getByText("SYNTHETIC")).isVisible();
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(bed.directory("pictures").resolve("dashboard-" + theme + "-" + width + ".png")));
            assertThat(visit.faults).isEmpty();
        }
    }

    /** The running numbers of the highs on the screen, newest first, whatever their order in the page. */
    private static List<Integer> highCounts(Page page) {
        return page.locator(".list.side-up.pair-highlow .row-event .count").allTextContents().stream()
                .map(text -> Integer.valueOf(text.substring(1))).sorted(Comparator.reverseOrder()).toList();
    }

    private static Locator row(Page page, String symbol) {
        return rows(page, symbol).first();
    }

    private static Locator rows(Page page, String symbol) {
        return page.locator(".row-event .symbol", new Page.LocatorOptions().setHasText(symbol));
    }

    /** One browser of its own: cookies and storage are shared with nobody. */
    private final class Visit implements AutoCloseable {

        private final BrowserContext context;
        private final List<String> faults = new ArrayList<>();

        Visit(int width, int height) {
            context = browsers.browser().newContext(new Browser.NewContextOptions().setViewportSize(width, height));
        }

        Page open() {
            return open(replay);
        }

        Page signIn(String email) {
            return signIn(replay, data, email);
        }

        Page signIn(TickStockServer server, Path folder, String email) {
            Page page = open(server);
            page.locator("input[name=email]").fill(email);
            page.locator("input[name=password]").fill(Account.passwordOf(folder, email));
            page.locator("button.primary").click();
            return page;
        }

        private Page open(TickStockServer server) {
            Page page = context.newPage();
            page.onPageError(faults::add);
            page.navigate(server.address().toString());
            return page;
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
