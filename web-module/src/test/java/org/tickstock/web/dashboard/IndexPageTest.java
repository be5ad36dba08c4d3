package org.tickstock.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page loads is there, in the versions the build unpacks, and small. */
class IndexPageTest {

    private static final Path WEBAPP = Path.of("src/main/webapp");
    private static final Path LIB = Path.of("target/lib/META-INF/resources/_static");
    private static final Pattern REFERENCE = Pattern.compile("(?:href|src)=\"([^\"#][^\"]*)\"|\"\\./(lib/[^\"]*)\"");
    private static final Pattern MARKET_REFERENCE =
            Pattern.compile("\"(?:\\.\\./lib/([^\"]+[^/\"])|((?:\\.\\./)?(?:app|css)/[^\"]+|main.js))\"");
    private static final int BUDGET_BYTES = 60 * 1024;

    private static final int OPERATIONS_BUDGET_BYTES = 36 * 1024;
    private static final int MARKET_BUDGET_BYTES = 90 * 1024;
    private static final int DIALOGS_BUDGET_BYTES = 8 * 1024;
    private static final Pattern DIALOG = Pattern.compile("(?:openDialog|#open)\\('(ts-[a-z-]+)'");
    private static final Path WEBJARS = Path.of("target/lib/META-INF/resources/webjars");

    @Test
    void findsEveryFileThatThePageNames() throws IOException {
        String page = Files.readString(WEBAPP.resolve("index.html"));

        List<String> named = REFERENCE.matcher(page).results().map(IndexPageTest::path).toList();

        assertThat(named).hasSizeGreaterThan(10).allSatisfy(path -> assertThat(
                path.startsWith("lib/") ? LIB.resolve(path.substring(4)) : WEBAPP.resolve(path)).exists());
    }

    @Test
    void listsTheLibrariesThatThePageMaps() throws IOException {
        String page = Files.readString(WEBAPP.resolve("index.html"));
        String versions = Files.readString(WEBAPP.resolve("lib/VERSIONS.md"));

        List<String> folders = Pattern.compile("lib/[a-z-]+/[0-9.]+(?=/)").matcher(page).results()
                .map(MatchResult::group).distinct().toList();

        assertThat(folders).hasSize(4).allSatisfy(folder -> assertThat(versions).contains("`" + folder + "`"));
    }

    @Test
    void keepsTheOwnScriptWithinItsBudget() throws IOException {
        assertThat(bytesOf("app")).isLessThanOrEqualTo(BUDGET_BYTES);
    }

    @Test
    void hasEveryDialogThatAPageOpensAndKeepsThemSmall() throws IOException {
        Set<String> opened = new TreeSet<>();
        for (Path script : scriptsOf("app", "market")) {
            DIALOG.matcher(Files.readString(script)).results().forEach(match -> opened.add(match.group(1) + ".js"));
        }

        assertThat(scriptsOf("dialogs")).extracting(script -> script.getFileName().toString())
                .filteredOn(name -> name.startsWith("ts-")).containsExactlyInAnyOrderElementsOf(opened);
        assertThat(bytesOf("dialogs")).isLessThanOrEqualTo(DIALOGS_BUDGET_BYTES);
    }

    @Test
    void keepsTheAdministratorsPagesSmall() throws IOException {
        assertThat(bytesOf("admin")).isLessThanOrEqualTo(OPERATIONS_BUDGET_BYTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.html", "imports.html"})
    void findsEveryFileThatAnAdministratorsPageNames(String name) throws IOException {
        String page = Files.readString(WEBAPP.resolve("admin").resolve(name));

        assertThat(REFERENCE.matcher(page).results().map(IndexPageTest::path).filter(path -> !path.equals("../")))
                .hasSizeGreaterThan(5).allSatisfy(path -> assertThat(WEBAPP.resolve("admin").resolve(path)).exists());
    }

    @Test
    void keepsTheMarketPageWithinItsBudgetAndItsFilesInPlace() throws IOException {
        String page = Files.readString(WEBAPP.resolve("market/index.html"));
        String versions = Files.readString(WEBAPP.resolve("lib/VERSIONS.md"));

        List<String> named = MARKET_REFERENCE.matcher(page).results()
                .map(match -> match.group(1) == null ? match.group(2) : "lib/" + match.group(1)).toList();
        assertThat(named).hasSizeGreaterThan(12)
                .allSatisfy(path -> assertThat(placesOf(path)).anyMatch(Files::exists));
        assertThat(Pattern.compile("lib/[a-z-]+/[0-9.]+(?=/)").matcher(page).results().map(MatchResult::group)
                .distinct()).hasSize(6).allSatisfy(folder -> assertThat(versions).contains("`" + folder + "`"));
        assertThat(bytesOf("market")).isLessThanOrEqualTo(MARKET_BUDGET_BYTES);
    }

    private static List<Path> placesOf(String path) {
        return path.startsWith("lib/") ? List.of(LIB.resolve(path.substring(4)), WEBJARS.resolve(path.substring(4)))
                : List.of(WEBAPP.resolve("market").resolve(path));
    }

    private static List<Path> scriptsOf(String... folders) throws IOException {
        List<Path> scripts = new ArrayList<>();
        for (String folder : folders) {
            try (Stream<Path> files = Files.walk(WEBAPP.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".js")).forEach(scripts::add);
            }
        }
        return scripts;
    }

    private static long bytesOf(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(WEBAPP.resolve(folder))) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static String path(MatchResult match) {
        return match.group(1) != null ? match.group(1) : match.group(2);
    }
}
