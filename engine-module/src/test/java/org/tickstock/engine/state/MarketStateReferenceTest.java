package org.tickstock.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickstock.engine.SharedData;
import org.tickstock.engine.universe.Universe;

/**
 * Every figure of every symbol, sector and industry on a real day against a computation of its own in Python,
 * {@code src/test/reference/market_state.py}. Skipped, saying so, where there is no {@code python3}, unless
 * {@code TICKSTOCK_REQUIRE_TOOLS} is 1.
 */
class MarketStateReferenceTest {

    private static final double RELATIVE = 1e-9;
    @TempDir
    Path folder;

    /** The last day; one on which a sixth of the symbols has no bar; one with 114 bars; one amid falling prices. */
    @ParameterizedTest
    @ValueSource(strings = {"2017-03-31", "2016-09-06", "2015-08-31", "2016-02-11"})
    void agreesWithTheReferenceOnEverySymbolAndColumn(LocalDate asOf) throws Exception {
        Path daily = SharedData.require("daily/daily_sp500_2015_2017.csv.gz");
        Path sectors = SharedData.require("reference/sp500_constituents_gics.csv");
        Path caps = SharedData.require("reference/us_tickers_full.csv");
        runReference(daily, sectors, caps, asOf);

        DailyData data = new DailyData(daily, sectors, caps, asOf);
        MarketState market = new MarketState(data.instruments, data.histories);
        market.universes(List.of(new Universe("all", "All", List.copyOf(data.histories.keySet()))));
        MarketStateView view = market.refresh(StateMoment.closed(0));
        StateTables tables = new StateTables(view.universe("all").orElseThrow());

        List<String> differences = new ArrayList<>();
        compare("rankings", tables.rankings(), differences);
        compare("stages", tables.stages(), differences);
        compare("groups", tables.groups(), differences);
        compare("trails", tables.trails(), differences);
        compare("breadth", tables.breadth(), differences);
        assertThat(view.tradeDay()).isEqualTo((int) asOf.toEpochDay());
        assertThat(differences).isEmpty();
    }

    private void compare(String table, List<Map<String, Object>> ours, List<String> differences) {
        List<Map<String, String>> theirs = Table.read(folder.resolve(table + ".csv"));
        assertThat(ours).as(table).hasSameSizeAs(theirs);
        for (int row = 0; row < ours.size(); row++) {
            assertThat(ours.get(row).keySet()).as(table).containsExactlyInAnyOrderElementsOf(theirs.get(row).keySet());
            for (Map.Entry<String, String> their : theirs.get(row).entrySet()) {
                Object our = ours.get(row).get(their.getKey());
                if (!isSame(our, their.getValue())) {
                    differences.add(table + " " + theirs.get(row).values().stream().limit(2).toList() + " "
                            + their.getKey() + ": " + our + ", reference " + their.getValue());
                }
            }
        }
    }

    private static boolean isSame(Object our, String their) {
        if (!(our instanceof Double)) {
            return their.equals(our);
        }
        double figure = (Double) our;
        if (their.isEmpty() || Double.isNaN(figure)) {
            return their.isEmpty() && Double.isNaN(figure);
        }
        double reference = Double.parseDouble(their);
        return Math.abs(figure - reference) <= RELATIVE * Math.max(Math.abs(figure), Math.abs(reference));
    }

    private void runReference(Path daily, Path sectors, Path caps, LocalDate asOf)
            throws IOException, InterruptedException {
        Path script = Path.of("src", "test", "reference", "market_state.py").toAbsolutePath();
        assertThat(script).exists();
        Process reference = new ProcessBuilder(python(), script.toString(), daily.toString(), sectors.toString(),
                caps.toString(), asOf.toString(), folder.toString()).redirectErrorStream(true).start();
        String said = new String(reference.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(reference.waitFor()).as(said).isZero();
    }

    private static String python() {
        Optional<Path> found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "python3")).filter(Files::isExecutable).findFirst();
        if ("1".equals(System.getenv("TICKSTOCK_REQUIRE_TOOLS"))) {
            assertThat(found).as("python3, which TICKSTOCK_REQUIRE_TOOLS=1 asks for").isPresent();
        }
        Assumptions.assumeTrue(found.isPresent(), "python3 is not installed");
        return found.orElseThrow().toString();
    }
}
