package org.tickstock.app.emit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickstock.engine.indicator.PriceBar;
import org.tickstock.engine.state.DailyHistory;
import org.tickstock.engine.state.Instrument;
import org.tickstock.engine.state.MarketState;
import org.tickstock.engine.state.MarketStateView;
import org.tickstock.engine.state.StateMoment;
import org.tickstock.engine.universe.Universe;
import org.tickstock.engine.universe.UniverseSelection;

/** Whoever applies the frames they were sent, many or few, has what a whole frame would tell them. */
class StateFramesTest {

    private static final int TODAY = 300;
    private static final int ROUNDS = 120;
    private static final int CLIENTS = 4;
    private static final List<String> ALL = IntStream.range(0, 12).mapToObj(number -> "S" + (char) ('A' + number))
        .toList();

    private final StateRound round = new StateRound();
    private final List<TestConnection> connections = new ArrayList<>();
    private final List<Map<String, List<JsonValue>>> tables = new ArrayList<>();
    private long now;
    private int skipped;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void leadToWhatAWholeFrameTells(long seed) {
        Random random = new Random(seed);
        MarketState market = market(random);
        for (int client = 0; client < CLIENTS; client++) {
            connections.add(follow("client" + client));
            tables.add(new TreeMap<>());
        }

        for (int number = 0; number < ROUNDS; number++) {
            change(market, random);
            connections.forEach(connection -> connection.isBusy = random.nextInt(3) > 0);
            runAndCheck(market.refresh(new StateMoment(++now, TODAY, random.nextInt(10) / 10.0)));
        }

        assertThat(skipped).isPositive().isLessThan(ROUNDS * CLIENTS);
    }

    private void runAndCheck(MarketStateView view) {
        TestConnection newcomer = follow("newcomer");
        List<UserSubscriber> all = new ArrayList<>(connections);
        all.add(newcomer);
        round.run(view, all);

        Map<String, List<JsonValue>> whole = new TreeMap<>();
        apply(data(newcomer), whole);
        for (int client = 0; client < CLIENTS; client++) {
            TestConnection connection = connections.get(client);
            if (!connection.states.isEmpty()) {
                apply(data(connection), tables.get(client));
                connection.states.clear();
            }
            if (connection.watch.handedVersion() == view.version()) {
                assertThat(tables.get(client)).isEqualTo(whole);
            } else {
                skipped++;
            }
        }
    }

    /** As docs/wire-market-state.md says. */
    private static void apply(JsonObject data, Map<String, List<JsonValue>> table) {
        if (data.isNull("since")) {
            table.clear();
        }
        for (JsonArray row : data.getJsonArray("rows").getValuesAs(JsonArray.class)) {
            table.put(row.getString(0), new ArrayList<>(row));
        }
        for (JsonArray cells : data.getJsonArray("cells").getValuesAs(JsonArray.class)) {
            for (int at = 1; at < cells.size(); at += 2) {
                table.get(cells.getString(0)).set(cells.getInt(at), cells.get(at + 1));
            }
        }
        data.getJsonArray("removed").forEach(symbol -> table.remove(((JsonString) symbol).getString()));
    }

    private static void change(MarketState market, Random random) {
        for (int trades = random.nextInt(4); trades > 0; trades--) {
            market.update(ALL.get(random.nextInt(ALL.size())), TODAY, bar(20 + random.nextInt(100), random));
        }
        if (random.nextInt(5) == 0) {
            market.universes(List.of(new Universe("all", "All",
                ALL.stream().filter(symbol -> random.nextInt(4) > 0).toList())));
        }
    }

    private static MarketState market(Random random) {
        Map<String, DailyHistory> histories = new HashMap<>();
        for (int symbol = 0; symbol < ALL.size(); symbol++) {
            DailyHistory.Builder bars = new DailyHistory.Builder();
            for (int day = symbol * 20; day < TODAY; day++) {
                bars.add(day, bar(20 + random.nextInt(100), random));
            }
            histories.put(ALL.get(symbol), bars.build());
        }
        MarketState market = new MarketState(ALL.stream().map(symbol ->
            new Instrument(symbol, symbol + " Co.", "Energy", "", Double.NaN, false)).toList(), histories);
        market.universes(List.of(new Universe("all", "All", ALL)));
        return market;
    }

    private static PriceBar bar(double close, Random random) {
        return new PriceBar(close, close + 0.5, close - 0.5, close, 1_000 + random.nextInt(1_000));
    }

    private static TestConnection follow(String id) {
        TestConnection connection = new TestConnection(id, 1, UniverseSelection.NONE);
        connection.watch = new StateWatch("all");
        return connection;
    }

    private static JsonObject data(TestConnection connection) {
        assertThat(connection.states).hasSize(1);
        return Json.createReader(new StringReader(connection.states.get(0))).readObject().getJsonObject("data");
    }
}
