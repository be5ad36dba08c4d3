package org.tickstock.web.state;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickstock.engine.state.MarketStateView;
import org.tickstock.engine.state.RankingColumn;
import org.tickstock.engine.state.RankingQuery;
import org.tickstock.engine.state.UniverseState;
import org.tickstock.web.WireSamples;

/** What docs/wire-market-state.md shows is what is written. */
class MarketStateSamplesTest {

    private static final Map<String, BiFunction<MarketStateView, UniverseState, JsonObject>> WRITERS = Map.of(
            "rankings", (view, of) -> RowsJson.rankings(view, of, by(RankingColumn.COMP_RS_RANK, 1)),
            "ratings", (view, of) -> RowsJson.ratings(view, of, by(RankingColumn.SCORE, 1)),
            "extended", (view, of) -> RowsJson.extended(view, of, by(RankingColumn.ATR_TO_SMA50, 2)),
            "ma_matrix", (view, of) -> MatrixJson.of(view, of, by(RankingColumn.COMP_RS_RANK, 1)),
            "volume_strength", (view, of) -> RowsJson.volumeStrength(view, of, by(RankingColumn.REL_VOLUME, 1)),
            "stages", StagesJson::of);

    @ParameterizedTest
    @ValueSource(strings = {"rankings", "ratings", "extended", "ma_matrix", "volume_strength", "stages"})
    void writesWhatThePageShows(String name) {
        MarketStateView view = SampleMarket.view();

        JsonObject written = WRITERS.get(name).apply(view, view.universe("SP500").orElseThrow());

        assertThat(WireSamples.parse(written.toString())).isEqualTo(WireSamples.sample(name));
    }

    private static RankingQuery by(RankingColumn column, int limit) {
        return new RankingQuery(column, true, limit, RankingQuery.Filter.ANY);
    }
}
