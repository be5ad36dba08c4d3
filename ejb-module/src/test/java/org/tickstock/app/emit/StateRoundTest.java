package org.tickstock.app.emit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickstock.app.state.RankingRow;
import org.tickstock.engine.indicator.PriceBar;
import org.tickstock.engine.state.DailyHistory;
import org.tickstock.engine.state.Instrument;
import org.tickstock.engine.state.MarketState;
import org.tickstock.engine.state.MarketStateView;
import org.tickstock.engine.state.StateMoment;
import org.tickstock.engine.universe.Universe;
import org.tickstock.engine.universe.UniverseSelection;

/** What connections get that follow a universe of three symbols, on its seventieth day. */
class StateRoundTest {

    private static final int TODAY = 70;
    private static final List<String> ALL = List.of("AAA", "BBB", "CCC");

    private final StateRound round = new StateRound();
    private final TestConnection quick = following("quick", "all");
    private final TestConnection slow = following("slow", "all");
    private MarketState market;
    private long now;

    @BeforeEach
    void open() {
        Map<String, DailyHistory> histories = new HashMap<>();
        for (int symbol = 0; symbol < ALL.size(); symbol++) {
            DailyHistory.Builder bars = new DailyHistory.Builder();
            for (int day = 1; day <= TODAY; day++) {
                bars.add(day, bar(50 + symbol + day * (symbol + 1) * 0.1));
            }
            histories.put(ALL.get(symbol), bars.build());
        }
        market = new MarketState(ALL.stream().map(symbol -> new Instrument(
            symbol, "The \"" + symbol + "\" \\ Co.\t", "Energy", "", Double.NaN, false)).toList(), histories);
        market.universes(List.of(new Universe("all", "All", ALL), new Universe("one", "One", List.of("AAA"))));
    }

    @Test
    void sendsEverythingFirstAndThenOnlyTheValuesThatBecameOthers() {
        round.run(view(), List.of(quick));
        market.update("CCC", TODAY, bar(72));
        round.run(view(), List.of(quick));

        JsonObject first = data(quick, 0);
        assertThat(first.get("since")).isEqualTo(JsonValue.NULL);
        assertThat(symbols(first, "rows")).isEqualTo(ALL);
        assertThat(first.getJsonArray("cells")).isEmpty();
        assertThat(first.getJsonObject("stages").getInt("insufficient")).isEqualTo(3);
        JsonObject second = data(quick, 1);
        assertThat(second.getInt("since")).isEqualTo(first.getInt("version"));
        assertThat(second.getInt("version")).isEqualTo(first.getInt("version") + 1);
        assertThat(second.getJsonArray("rows")).isEmpty();
        assertThat(symbols(second, "cells")).containsExactly("CCC");
        assertThat(second.getJsonArray("removed")).isEmpty();
        assertThat(cells(second, 0)).containsEntry("last", "72").containsKeys("live_pct", "perf_1w", "atr14")
            .doesNotContainKeys("symbol", "name", "prev_close", "bars", "stale", "volume");
    }

    @Test
    void sendsThePlaceOfOthersThatItShifted() {
        round.run(view(), List.of(quick));
        market.update("AAA", TODAY, bar(200));
        round.run(view(), List.of(quick));

        assertThat(symbols(data(quick, 1), "cells")).isEqualTo(ALL);
        assertThat(cells(data(quick, 1), 1)).containsOnlyKeys("comp_rs_rank", "place", "rank_change");
    }

    @Test
    void sendsNothingWhereNothingChanged() {
        round.run(view(), List.of(quick));
        round.run(view(), List.of(quick));

        assertThat(quick.states).hasSize(1);
    }

    @Test
    void leavesAValueOutThatIsWrittenAsBefore() {
        round.run(view(), List.of(quick));
        market.update("BBB", TODAY, bar(50 + 1 + TODAY * 0.2 + 1e-12));
        round.run(view(), List.of(quick));

        assertThat(data(quick, 1).getJsonArray("rows")).isEmpty();
        assertThat(data(quick, 1).getJsonArray("cells")).isEmpty();
        assertThat(data(quick, 1).getInt("version")).isEqualTo(2);
    }

    @Test
    void writesTheValuesOfARankingsRow() {
        MarketStateView view = view();
        round.run(view, List.of(quick));

        JsonArray columns = data(quick, 0).getJsonArray("columns");
        JsonArray row = data(quick, 0).getJsonArray("rows").getJsonArray(1);
        Map<String, Object> expected = new TreeMap<>();
        Map<String, Object> written = new TreeMap<>();
        for (int at = 0; at < columns.size(); at++) {
            RankingRow.Column column = RankingRow.COLUMNS.get(at);
            assertThat(columns.getString(at)).isEqualTo(column.name());
            Object value = column.of(view.universe("all").orElseThrow().standings().get(1));
            expected.put(column.name(), value instanceof Number number ? number.doubleValue() : String.valueOf(value));
            written.put(column.name(), plain(row.get(at)));
        }
        assertThat(row).hasSameSizeAs(RankingRow.COLUMNS);
        assertThat(written).isEqualTo(expected);
    }

    @Test
    void passesABusyConnectionOverAndSendsItLaterAllItMissed() {
        round.run(view(), List.of(quick, slow));
        slow.isBusy = true;
        market.update("AAA", TODAY, bar(56));
        round.run(view(), List.of(quick, slow));
        slow.isBusy = false;
        market.update("CCC", TODAY, bar(72));
        round.run(view(), List.of(quick, slow));

        assertThat(slow.states).hasSize(2);
        assertThat(data(slow, 1).getInt("since")).isEqualTo(1);
        assertThat(symbols(data(slow, 1), "cells")).containsExactly("AAA", "CCC");
        assertThat(symbols(data(quick, 2), "cells")).containsExactly("CCC");
    }

    @Test
    void writesOneFrameForAllThatComeFromTheSameVersion() {
        round.run(view(), List.of(quick, slow));
        market.update("AAA", TODAY, bar(56));
        round.run(view(), List.of(quick, slow));

        assertThat(quick.states.get(0)).isSameAs(slow.states.get(0));
        assertThat(quick.states.get(1)).isSameAs(slow.states.get(1));
    }

    @Test
    void namesSymbolsThatLeftTheUniverseAndShowsThemAgainWhenTheyComeBack() {
        round.run(view(), List.of(quick));
        market.universes(List.of(new Universe("all", "All", List.of("AAA", "CCC"))));
        round.run(view(), List.of(quick));
        market.universes(List.of(new Universe("all", "All", ALL)));
        round.run(view(), List.of(quick));

        assertThat(data(quick, 1).getJsonArray("removed").getString(0)).isEqualTo("BBB");
        assertThat(data(quick, 2).getJsonArray("removed")).isEmpty();
        assertThat(symbols(data(quick, 2), "rows")).containsExactly("BBB");
    }

    @Test
    void beginsWithEverythingWhereAConnectionFollowsAnotherUniverse() {
        round.run(view(), List.of(quick));
        quick.watch = new StateWatch("one");
        round.run(view(), List.of(quick));
        quick.watch = null;
        market.update("AAA", TODAY, bar(56));
        round.run(view(), List.of(quick));

        assertThat(quick.states).hasSize(2);
        assertThat(data(quick, 1).getString("universe")).isEqualTo("one");
        assertThat(data(quick, 1).get("since")).isEqualTo(JsonValue.NULL);
        assertThat(symbols(data(quick, 1), "rows")).containsExactly("AAA");
    }

    @Test
    void servesTheOthersWhereOneConnectionFails() {
        TestConnection broken = following("broken", "all");
        broken.isBroken = true;

        round.run(view(), List.of(broken, quick));

        assertThat(quick.states).hasSize(1);
    }

    private MarketStateView view() {
        return market.refresh(StateMoment.closed(++now));
    }

    private static TestConnection following(String id, String universe) {
        TestConnection connection = new TestConnection(id, 1, UniverseSelection.NONE);
        connection.watch = new StateWatch(universe);
        return connection;
    }

    private static JsonObject data(TestConnection connection, int frame) {
        JsonObject json = Json.createReader(new StringReader(connection.states.get(frame))).readObject();
        assertThat(json.getString("event")).isEqualTo("market_state");
        return json.getJsonObject("data");
    }

    private static List<String> symbols(JsonObject data, String which) {
        return data.getJsonArray(which).getValuesAs(JsonArray.class).stream().map(row -> row.getString(0)).toList();
    }

    private static Map<String, String> cells(JsonObject data, int index) {
        JsonArray changed = data.getJsonArray("cells").getJsonArray(index);
        Map<String, String> cells = new TreeMap<>();
        for (int at = 1; at < changed.size(); at += 2) {
            cells.put(data.getJsonArray("columns").getString(changed.getInt(at)), changed.get(at + 1).toString());
        }
        return cells;
    }

    private static Object plain(JsonValue value) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        return value.getValueType() == JsonValue.ValueType.NUMBER ? Double.parseDouble(value.toString())
            : value.toString();
    }

    private static PriceBar bar(double close) {
        return new PriceBar(close, close + 0.5, close - 0.5, close, 1_000);
    }
}
