package org.tickstock.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The state of the market over REST, after two real years of the S&P 500 were imported; up to 2017-03-31. */
@ExtendWith(SharedServer.class)
@ResourceLock(TestBed.HISTORY_SERVER)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarketStateIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Account account;

    @BeforeAll
    void start(TestBed bed) {
        account = Account.signIn(bed.historyServer().address(), bed.dataFolder("history"), Account.DEMO);
    }

    @Test
    void ranksByTheColumnAskedForTiesBySymbol() {
        JsonObject answer = account.getJson("api/market-state/rankings?limit=500");
        List<JsonObject> rows = answer.getJsonArray("rankings").getValuesAs(JsonObject.class);

        assertThat(answer.getString("trade_date")).isEqualTo("2017-03-31");
        assertThat(answer.getBoolean("forming")).isFalse();
        assertThat(answer.getInt("count")).isEqualTo(rows.size()).isGreaterThan(200);
        List<JsonObject> ranked = rows.stream().filter(row -> !row.isNull("comp_rs_rank")).toList();
        assertThat(ranked).hasSizeGreaterThan(200).isSortedAccordingTo(
                Comparator.<JsonObject>comparingDouble(row -> -row.getJsonNumber("comp_rs_rank").doubleValue())
                        .thenComparing(row -> row.getString("symbol")));
        assertThat(rows.subList(ranked.size(), rows.size())).allMatch(row -> row.isNull("comp_rs_rank"));
        JsonObject bac = rows.stream().filter(row -> row.getString("symbol").equals("BAC")).findFirst().orElseThrow();
        assertThat(bac.getJsonNumber("last").doubleValue()).isCloseTo(23.59, within(1e-6));
        assertThat(bac.getString("sector")).isEqualTo("Financials");
        assertThat(bac.get("market_cap")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void groupsBySectorWithTheirRotation() {
        JsonObject answer = account.getJson("api/market-state/sectors");
        List<JsonObject> groups = answer.getJsonArray("groups").getValuesAs(JsonObject.class);

        assertThat(groups).hasSize(11);
        assertThat(groups).allSatisfy(group -> {
            assertThat(group.getJsonObject("rotation").getString("quadrant"))
                    .isIn("leading", "weakening", "lagging", "improving");
            assertThat(group.getJsonArray("trail")).isNotEmpty();
            assertThat(group.getJsonArray("leaders")).isNotEmpty();
        });
        assertThat(account.getJson("api/market-state/sectors/Energy").getJsonObject("group").getString("name"))
                .isEqualTo("Energy");
    }

    @Test
    void countsStagesBreadthAndThresholds() {
        List<JsonObject> stages = account.getJson("api/market-state/stages").getJsonArray("stages")
                .getValuesAs(JsonObject.class);
        assertThat(stages.stream().filter(stage -> !stage.isNull("pct"))
                .mapToDouble(stage -> stage.getJsonNumber("pct").doubleValue()).sum()).isCloseTo(100, within(0.1));

        JsonObject metrics = account.getJson("api/breadth-metrics?universe=SP500").getJsonObject("metrics");
        assertThat(metrics).hasSize(11);
        JsonObject year = metrics.getJsonObject("year");
        assertThat(year.getInt("up") + year.getInt("down") + year.getInt("unchanged"))
                .isEqualTo(year.getInt("eligible")).isGreaterThan(200);

        JsonObject bars = account.getJson("api/threshold-bars?data_source=sp500:index_etf&period_days=21");
        assertThat(bars.getJsonObject("segments").values().stream()
                .mapToDouble(share -> Double.parseDouble(share.toString())).sum()).isCloseTo(100, within(1e-6));
        JsonObject minutes = account.getJson("api/threshold-bars?data_source=sector_energy&timeframe=1min&basis=bar");
        assertThat(WireSamples.fieldsOf(minutes)).isEqualTo(WireSamples.fieldsOf(WireSamples.sample("threshold_bars")));
        assertThat(minutes.getJsonObject("metadata").getInt("symbol_count")).isZero();
        assertThat(minutes.getJsonObject("segments").isNull("minor_advance")).isTrue();
        assertThat(account.getJson("api/analytics/market-context").getString("regime")).isNotEqualTo("unknown");
    }

    @Test
    void keepsStagesAndConditions() {
        await("history").atMost(PATIENCE).until(() ->
                account.getJson("api/analytics/market-context?type=history").getInt("count") > 0);

        JsonObject changes = account.getJson("api/market-state/stage-history?limit=1");
        JsonObject conditions = account.getJson("api/analytics/market-context?type=history&from=2017-03-31");
        JsonObject impact = account.getJson("api/analytics/market-context?type=impact");

        assertThat(WireSamples.fieldsOf(changes)).isEqualTo(WireSamples.fieldsOf(WireSamples.sample("stage_history")));
        assertThat(WireSamples.fieldsOf(conditions))
                .isEqualTo(WireSamples.fieldsOf(WireSamples.sample("conditions_history")));
        assertThat(conditions.getJsonArray("history").getJsonObject(0).getString("market_time"))
                .isEqualTo("2017-03-31T20:00:00Z");
        assertThat(WireSamples.fieldsOf(impact)).isEqualTo(WireSamples.fieldsOf(WireSamples.sample("regime_impact")));
        assertThat(impact.getJsonArray("regimes").getJsonObject(0).getBoolean("sufficient")).isFalse();
    }

    @Test
    void sendsTheWholeStateToAConnectionThatFollowsAUniverse() {
        try (EventClient client = EventClient.connect(account)) {
            client.send("{\"event\":\"market_state_watch\",\"data\":{\"universe\":\"nobody\"}}");
            client.send(WireSamples.sample("market_state_watch").toString());
            await("the state").atMost(PATIENCE).until(() -> !client.frames("market_state").isEmpty());
            JsonObject state = client.frames("market_state").get(0);

            assertThat(client.frames("error").get(0).getString("message")).contains("known").contains("nobody");
            assertThat(state.keySet()).isEqualTo(WireSamples.data("market_state").keySet());
            assertThat(state.get("columns")).isEqualTo(WireSamples.data("market_state").get("columns"));
            assertThat(state.get("since")).isEqualTo(JsonValue.NULL);
            assertThat(state.getJsonArray("rows")).hasSizeGreaterThan(200);
            assertThat(state.getJsonArray("cells")).isEmpty();
            assertThat(state.getString("trade_date")).isEqualTo("2017-03-31");
        }
    }

    @ParameterizedTest
    @CsvSource({"rankings?limit=1, rankings", "ratings?limit=1, ratings", "extended?limit=2, extended",
        "ma-matrix?limit=1, ma_matrix", "volume-strength?limit=1, volume_strength", "stages, stages"})
    void answersWithTheFieldsOfTheDocumentedSamples(String path, String sample) {
        assertThat(WireSamples.fieldsOf(account.getJson("api/market-state/" + path)))
                .containsAll(WireSamples.fieldsOf(WireSamples.sample(sample)));
    }

    @Test
    void countsLettersAndBucketsOfAllSymbolsWhateverTheLimit() {
        JsonObject ratings = account.getJson("api/market-state/ratings?limit=3&sector=Energy");
        JsonObject extended = account.getJson("api/market-state/extended?limit=5000");

        assertThat(ratings.getJsonArray("ratings")).hasSize(3);
        assertThat(ratings.getJsonArray("letters").getValuesAs(JsonObject.class).stream()
                .mapToInt(letter -> letter.getInt("count")).sum()).isGreaterThan(3);
        assertThat(extended.getJsonArray("buckets").getValuesAs(JsonObject.class).stream()
                .mapToInt(bucket -> bucket.getInt("count")).sum())
                .isEqualTo(extended.getInt("symbol_count") - extended.getInt("stale_count"));
    }

    @ParameterizedTest
    @CsvSource({"api/market-state/rankings?sort=luck, 400, sort", "api/market-state/rankings?limit=0, 400, limit",
        "api/market-state/rankings?cap=huge, 400, cap", "api/market-state/rankings?min_price=-1, 400, min_price",
        "api/breadth-metrics?universe=nobody, 404, universe", "api/market-state/sectors/Luck, 404, sector",
        "api/threshold-bars, 400, data_source", "api/threshold-bars?data_source=sp500&threshold=2, 400, threshold",
        "api/threshold-bars?data_source=sp500&timeframe=2min, 400, timeframe"})
    void refusesWhatCannotBe(String path, int status, String field) {
        var answer = account.get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Account.json(answer.body()).getString("field")).isEqualTo(field);
    }
}
