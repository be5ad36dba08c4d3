package org.tickstock.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.tickstock.launcher.TickStockServer;

/** The panels of the market's state in a real browser: two imported years of the S&P 500, and a real day's tape. */
@ExtendWith(SharedServer.class)
@ResourceLock(TestBed.HISTORY_SERVER)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarketPageIT {

    private static final double PATIENCE_MS = 60_000;
    private static final LocatorAssertions.HasTextOptions PATIENTLY =
            new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MS);
    private static final LocatorAssertions.IsVisibleOptions UNTIL_DRAWN =
            new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MS);

    private Browsers browsers;
    private TickStockServer server;
    private Account account;
    private Path data;
    private Path pictures;
    private BrowserContext context;
    private Page page;
    private final List<String> faults = new ArrayList<>();

    @BeforeAll
    void start(TestBed bed) {
        browsers = Browsers.open();
        server = bed.historyServer();
        data = bed.dataFolder("history");
        pictures = bed.directory("pictures");
        account = Account.signIn(server.address(), data, Account.DEMO);
    }

    @BeforeEach
    void open() {
        account.delete("api/me/settings/market-board");
        faults.clear();
        look(1440, 900, "?symbol=BAC");
    }

    @AfterEach
    void leave() {
        context.close();
    }

    @AfterAll
    void stop() {
        if (browsers != null) {
            browsers.close();
        }
    }

    @Test
    void showsEveryPanelWithRealFigures() {
        assertThat(panel("conditions").locator(".regime")).containsText("Risk on", slowly());
        for (String drawn : List.of(
                "sectors", "rotation", "breadth", "thresholds", "candles", "pressure", "velocity")) {
            assertThat(panel(drawn).locator("canvas").first()).isVisible(UNTIL_DRAWN);
        }
        assertThat(panel("stages").locator("tbody tr")).hasCount(11);
        assertThat(panel("stages")).containsText("Changed today");
        assertThat(panel("rankings").locator("[role=status]")).hasText("503 symbols", PATIENTLY);
        assertThat(row("COHR").locator(".c-comp_rs_rank")).hasText("99");
        assertThat(page.locator("ts-market-bar")).containsText("REPLAY");
        assertThat(page.locator(".day-bar")).containsText(Pattern.compile("(opens|closes) in"));
        assertThat(faults).isEmpty();
    }

    @Test
    void sortsAndFiltersTheRankings() {
        assertThat(row("COHR")).isVisible(UNTIL_DRAWN);

        panel("rankings").locator(".header .c-live_pct").click();
        assertThat(firstSymbol()).hasText("MLM");
        panel("rankings").locator(".header .c-live_pct").click();
        assertThat(firstSymbol()).not().hasText("MLM");

        panel("rankings").locator("select[aria-label=sector]").selectOption("Energy");
        assertThat(panel("rankings").locator("[role=status]")).hasText("21 of 503 symbols");
        panel("rankings").locator("input[type=search]").fill("xom");
        assertThat(firstSymbol()).hasText("XOM");
        assertThat(panel("rankings").locator(".canvas > .row")).hasCount(1);
    }

    @Test
    void drawsOfThousandsOfRowsOnlyThoseThatCanBeSeen() {
        page.locator("ts-market-bar select").selectOption("all_stocks");
        assertThat(panel("rankings").locator("[role=status]"))
                .hasText(Pattern.compile("\\d,\\d{3} symbols"), PATIENTLY);

        int drawn = panel("rankings").locator(".canvas > .row").count();
        panel("rankings").locator(".table").evaluate("table => table.scrollTop = table.scrollHeight");

        assertThat(panel("rankings").locator(".canvas > .row[aria-rowindex='2']")).hasCount(0);
        assertThat(drawn).isLessThan(60);
        assertThat(panel("rankings").locator(".canvas > .row").count()).isLessThan(60);
    }

    @Test
    void showsASymbolThatIsClickedAndItsEventsOnTheBars() {
        assertThat(row("COHR")).isVisible(UNTIL_DRAWN);
        row("COHR").click();
        assertThat(page.locator("input[name=symbol]")).hasValue("COHR");

        panel("candles").getByText("1 day").click();
        assertThat(panel("candles").locator("canvas").first()).isVisible(UNTIL_DRAWN);

        page.locator("input[name=symbol]").fill("bac");
        page.locator("input[name=symbol]").press("Enter");
        panel("candles").getByText("1 min").click();
        assertThat(page.locator("input[name=symbol]")).hasValue("BAC");
        assertThat(panel("candles").locator(".chart")).hasAttribute("aria-label",
                Pattern.compile("Chart of BAC, [\\d,]+ bars?, [1-9][\\d,]* events?"),
                new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE_MS));
    }

    @Test
    void keepsTheLayoutOfItsOwnerAcrossBrowsers() {
        Locator head = panel("stages").locator(".head");
        assertThat(head).isVisible(UNTIL_DRAWN);
        head.focus();
        for (int move = 0; move < 20; move++) {
            page.keyboard().press("Alt+ArrowLeft");
        }
        page.keyboard().press("Alt+Shift+ArrowRight");
        page.waitForResponse(MarketPageIT::isOfABoardWithoutVelocity,
                () -> panel("velocity").locator(".hide").click());
        context.close();

        look(1440, 900, "");

        assertThat(page.locator(".panel").first()).hasAttribute("data-panel", "stages");
        assertThat(panel("stages")).hasClass(Pattern.compile("w-5"));
        assertThat(panel("velocity")).hasCount(0);
    }

    /** A board is saved a moment after the last change: one that was saved between two keys is not the last. */
    private static boolean isOfABoardWithoutVelocity(Response answer) {
        String saved = answer.request().postData();
        return answer.url().contains("settings/market-board") && saved != null
                && Pattern.compile("\"name\":\"velocity\"[^}]*\"isHidden\":true").matcher(saved).find();
    }

    @Test
    void movesAPanelThatIsDraggedByItsHead() {
        assertThat(panel("thresholds").locator("canvas").first()).isVisible(UNTIL_DRAWN);

        panel("thresholds").locator("h2").hover();
        page.mouse().down();
        BoundingBox target = panel("pressure").locator("h2").boundingBox();
        Locator first = page.locator("ts-board > .panel").first();
        page.waitForCondition(() -> {
            page.mouse().move(target.x + 4, target.y + 4, new Mouse.MoveOptions().setSteps(20));
            return "thresholds".equals(first.getAttribute("data-panel"));
        });
        page.mouse().up();

        assertThat(page.locator("ts-board > .panel").first()).hasAttribute("data-panel", "thresholds");
        assertThat(page.locator("ts-board > .panel")).hasCount(10);
        assertThat(panel("thresholds").locator("canvas").first()).isVisible(UNTIL_DRAWN);
    }

    @Test
    void looksRightInBothThemesAndOnAPhone() {
        for (String theme : List.of("dark", "light")) {
            picture(theme, 1440, 900);
            picture(theme, 390, 844);
        }
        assertThat(faults).isEmpty();
    }

    private void picture(String theme, int width, int height) {
        context.close();
        context = browsers.browser().newContext(new Browser.NewContextOptions().setViewportSize(width, height));
        context.addInitScript("localStorage.setItem('tickstock.preferences', "
                + "JSON.stringify({theme: '%s', palette: 'standard'}))".formatted(theme));
        enter("?symbol=BAC");
        assertThat(row("COHR")).isVisible(UNTIL_DRAWN);
        assertThat(panel("candles").locator("canvas").first()).isVisible(UNTIL_DRAWN);
        assertThat(panel("pressure").locator("canvas").first()).isVisible(UNTIL_DRAWN);
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(pictures.resolve("market-" + theme + "-" + width + ".png")));
    }

    private void look(int width, int height, String query) {
        context = browsers.browser().newContext(new Browser.NewContextOptions().setViewportSize(width, height));
        enter(query);
    }

    private void enter(String query) {
        page = context.newPage();
        page.onPageError(faults::add);
        page.navigate(server.address().toString());
        page.locator("input[name=email]").fill(Account.DEMO);
        page.locator("input[name=password]").fill(Account.passwordOf(data, Account.DEMO));
        page.locator("button.primary").click();
        assertThat(page.locator("ts-top-bar")).isVisible(UNTIL_DRAWN);
        page.navigate(server.address().resolve("market/" + query).toString());
    }

    private Locator panel(String name) {
        return page.locator("[data-panel=" + name + "]");
    }

    private Locator row(String symbol) {
        return panel("rankings").locator(".canvas > .row[data-symbol=" + symbol + "]");
    }

    private Locator firstSymbol() {
        return panel("rankings").locator(".canvas > .row[aria-rowindex='2'] .c-symbol");
    }

    private static LocatorAssertions.ContainsTextOptions slowly() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MS);
    }
}
