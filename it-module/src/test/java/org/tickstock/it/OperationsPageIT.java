package org.tickstock.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.launcher.TickStockServer;

/** What an administrator sees of the system, in a real browser. */
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationsPageIT {

    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
    private static final LocatorAssertions.HasTextOptions UNTIL_READ =
            new LocatorAssertions.HasTextOptions().setTimeout(30_000);

    private Browsers browsers;

    @BeforeAll
    void start() {
        browsers = Browsers.open();
    }

    @AfterAll
    void stop() {
        if (browsers != null) {
            browsers.close();
        }
    }

    @Test
    void isForAdministratorsOnly(TickStockServer server, TestBed bed) {
        Account demo = Account.signIn(server.address(), bed.dataFolder("shared"), Account.DEMO);
        Account admin = Account.signIn(server.address(), bed.dataFolder("shared"), Account.ADMIN);

        HttpResponse<String> stranger = Http.get(server.address().resolve("admin/"));
        assertThat(stranger.statusCode()).isEqualTo(302);
        assertThat(server.address().resolve(stranger.headers().firstValue("Location").orElseThrow()))
                .isEqualTo(server.address());
        assertThat(demo.get("admin/").statusCode()).isEqualTo(403);
        assertThat(demo.get("%61dmin/index.html").statusCode()).isEqualTo(403);
        assertThat(demo.get("admin/main.js").statusCode()).isEqualTo(403);
        assertThat(admin.get("admin/").body()).contains("operations");
    }

    @Test
    void isReachedFromTheMenuOfAnAdministratorAndShowsALedgerThatBalances(TickStockServer server, TestBed bed) {
        Account demo = Account.signIn(server.address(), bed.dataFolder("shared"), Account.DEMO);
        try (EventClient program = EventClient.connect(demo); BrowserContext context = context(1440, 900)) {
            List<String> faults = new ArrayList<>();
            Page page = signIn(context, server, bed, Account.ADMIN, faults);
            page.locator("ts-user-menu > button").click();
            page.locator("#menu a").click();

            assertThat(page.locator("#verdict")).hasText("balanced", UNTIL_READ);
            assertThat(page.locator("#ledger tbody tr")).hasCount(6);
            assertThat(page.locator("#connections")).containsText(Account.DEMO, PATIENTLY);
            assertThat(page.locator("#journal")).containsText("healthy");
            String read = page.locator("#asof").textContent();
            page.waitForCondition(() -> !page.locator("#asof").textContent().equals(read));
            assertThat(faults).isEmpty();
            assertThat(program.closed()).isNotDone();
        }
    }

    @Test
    void isNotOfferedToAUser(TickStockServer server, TestBed bed) {
        try (BrowserContext context = context(1440, 900)) {
            Page page = signIn(context, server, bed, Account.DEMO, new ArrayList<>());
            page.locator("ts-user-menu > button").click();

            assertThat(page.locator("#menu")).containsText("Sign out");
            assertThat(page.locator("#menu a")).hasCount(0);
        }
    }

    @Test
    void saysThatItsFiguresAreOldWhenTheServerDoesNotAnswer(TickStockServer server, TestBed bed) {
        try (BrowserContext context = context(1440, 900)) {
            Page page = open(context, server, bed, new ArrayList<>());
            context.setOffline(true);

            assertThat(page.locator("#verdict")).hasText("the server does not answer", UNTIL_READ);
            assertThat(page.locator("#asof")).containsText("old");
            page.screenshot(picture(bed, "operations-offline"));

            context.setOffline(false);
            assertThat(page.locator("#verdict")).hasText("balanced", UNTIL_READ);
        }
    }

    @Test
    void looksRightInBothThemesAndOnAPhone(TickStockServer server, TestBed bed) {
        Account demo = Account.signIn(server.address(), bed.dataFolder("shared"), Account.DEMO);
        EventClient.connect(demo).close();
        try (EventClient program = EventClient.connect(demo); BrowserContext user = context(800, 600)) {
            Page dashboard = signIn(user, server, bed, Account.DEMO, new ArrayList<>());
            assertThat(dashboard.locator("ts-event-list").first()).isVisible();
            try (BrowserContext context = context(1440, 900)) {
                Page page = open(context, server, bed, new ArrayList<>());
                assertThat(page.locator("#connections")).containsText(" ms", PATIENTLY);
                page.screenshot(picture(bed, "operations-dark"));
                page.evaluate("document.documentElement.dataset.theme = 'light'");
                page.screenshot(picture(bed, "operations-light"));
                page.setViewportSize(390, 844);
                page.screenshot(picture(bed, "operations-phone"));
            }
            assertThat(program.closed()).isNotDone();
        }
    }

    @Test
    void leadsToTheImportsAndSaysWhyAnOrderIsRefused(TickStockServer server, TestBed bed) {
        try (BrowserContext context = context(1440, 900)) {
            List<String> faults = new ArrayList<>();
            Page page = open(context, server, bed, faults);
            page.locator("nav a[href='imports.html']").click();
            assertThat(page.locator("#state")).hasText("idle", UNTIL_READ);
            assertThat(page.locator("#days")).containsText("day", PATIENTLY);

            page.locator("form[data-order=symbols] button").click();

            assertThat(page.locator("form[data-order=symbols] .error"))
                    .containsText("tickstock.feed.massive.key must be set", PATIENTLY);
            page.screenshot(picture(bed, "imports-dark"));
            page.setViewportSize(360, 740);
            page.evaluate("document.documentElement.dataset.theme = 'light'");
            page.screenshot(picture(bed, "imports-phone"));
            assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(360);
            assertThat(faults).isEmpty();
        }
    }

    private Page open(BrowserContext context, TickStockServer server, TestBed bed, List<String> faults) {
        Page page = signIn(context, server, bed, Account.ADMIN, faults);
        assertThat(page.locator("ts-user-menu")).isVisible();
        page.navigate(server.address().resolve("admin/").toString());
        assertThat(page.locator("#verdict")).hasText("balanced", UNTIL_READ);
        return page;
    }

    private static Page signIn(BrowserContext context, TickStockServer server, TestBed bed, String email,
            List<String> faults) {
        Page page = context.newPage();
        page.onPageError(faults::add);
        page.navigate(server.address().toString());
        page.locator("input[name=email]").fill(email);
        page.locator("input[name=password]").fill(Account.passwordOf(bed.dataFolder("shared"), email));
        page.locator("button.primary").click();
        return page;
    }

    private BrowserContext context(int width, int height) {
        return browsers.browser().newContext(new Browser.NewContextOptions().setViewportSize(width, height));
    }

    private static Page.ScreenshotOptions picture(TestBed bed, String name) {
        return new Page.ScreenshotOptions().setFullPage(true)
                .setPath(bed.directory("pictures").resolve(name + ".png"));
    }
}
