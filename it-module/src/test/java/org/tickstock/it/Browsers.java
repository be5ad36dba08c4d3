package org.tickstock.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Chromium. Where none is installed the test is skipped, saying so, unless {@code TICKSTOCK_REQUIRE_BROWSER}
 * is 1.
 */
final class Browsers implements AutoCloseable {

    private final Playwright playwright;
    private final Browser browser;

    private Browsers(Path chromium) {
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(chromium)
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync",
                        "--disable-dev-shm-usage")));
    }

    static Browsers open() {
        Optional<Path> chromium = chromium();
        if ("1".equals(System.getenv("TICKSTOCK_REQUIRE_BROWSER"))) {
            assertThat(chromium).as("a Chromium, which TICKSTOCK_REQUIRE_BROWSER=1 asks for").isPresent();
        }
        Assumptions.assumeTrue(chromium.isPresent(),
                "no Chromium is installed; name one with TICKSTOCK_CHROMIUM to run the browser tests");
        return new Browsers(chromium.get());
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<Path> chromium() {
        return Stream.of(System.getenv("TICKSTOCK_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                .filter(path -> path != null)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
