package org.tickstock.web.state;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickstock.app.state.ConditionsAt;
import org.tickstock.app.state.StageLine;
import org.tickstock.engine.state.BreadthMetric;
import org.tickstock.engine.state.MarketConditions.Regime;
import org.tickstock.engine.state.MarketStateView;
import org.tickstock.engine.state.PriceChanges;
import org.tickstock.engine.state.RankingColumn;
import org.tickstock.engine.state.RankingQuery;
import org.tickstock.engine.state.RegimeImpact;
import org.tickstock.engine.state.Stage;
import org.tickstock.engine.state.StageChange;
import org.tickstock.engine.state.ThresholdBars;
import org.tickstock.engine.state.UniverseState;
import org.tickstock.web.WireSamples;

/** What docs/wire-market-state.md shows is what is written. */
class MarketStateSamplesTest {

    private static final int DAY = (int) LocalDate.parse("2017-03-31").toEpochDay();
    private static final Map<String, BiFunction<MarketStateView, UniverseState, JsonObject>> WRITERS =
            new HashMap<>(Map.of(
            "rankings", (view, of) -> RowsJson.rankings(view, of, by(RankingColumn.COMP_RS_RANK, 1)),
            "ratings", (view, of) -> RowsJson.ratings(view, of, by(RankingColumn.SCORE, 1)),
            "extended", (view, of) -> RowsJson.extended(view, of, by(RankingColumn.ATR_TO_SMA50, 2)),
            "ma_matrix", (view, of) -> MatrixJson.of(view, of, by(RankingColumn.COMP_RS_RANK, 1)),
            "volume_strength", (view, of) -> RowsJson.volumeStrength(view, of, by(RankingColumn.REL_VOLUME, 1)),
            "stages", StagesJson::of,
            "market_context", ConditionsResource::summary,
            "stage_history", (view, of) -> ArchiveJson.stages(view, "BAC", null, List.of(
                    new StageLine("BAC", new StageChange(DAY, Stage.MEAN_REVERSION, Stage.BULLISH_TREND, DAY - 1)),
                    new StageLine("BAC", new StageChange(DAY - 60, Stage.BULLISH_TREND, Stage.INSUFFICIENT, DAY - 60))),
                    true),
            "conditions_history", (view, of) -> ArchiveJson.history(view, "sp500", List.of(
                    new ConditionsAt("sp500", Instant.parse("2017-03-31T18:30:00Z"), DAY, DAY - 1, true,
                            of.breadth().metrics().get(BreadthMetric.DAY_CHANGE).pctUp(), of.conditions())), true),
            "regime_impact", (view, of) -> ArchiveJson.impact(view, "sp500", List.of(
                    new RegimeImpact(Regime.HIGH_VOLATILITY, 31, -0.04, 48.2),
                    new RegimeImpact(Regime.RISK_ON, 140, 0.061, 53.4),
                    new RegimeImpact(Regime.RISK_OFF, 7, Double.NaN, Double.NaN),
                    new RegimeImpact(Regime.NEUTRAL, 74, 0.012, 50.9)))));

    static {
        WRITERS.put("threshold_bars", (view, of) -> ThresholdResource.answer(
                StateJson.moment(view).add("data_source", "sp500").add("bar_type", "DivergingThresholdBar")
                        .add("timeframe", "daily").add("basis", "period").add("threshold", 0.02).add("period_days", 5),
                ThresholdBars.diverging(PriceChanges.overPeriod(of.standings(), 5), 0.02), of.standings().size()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rankings", "ratings", "extended", "ma_matrix", "volume_strength", "stages",
        "market_context", "stage_history", "conditions_history", "regime_impact", "threshold_bars"})
    void writesWhatThePageShows(String name) {
        MarketStateView view = SampleMarket.view();

        JsonObject written = WRITERS.get(name).apply(view, view.universe("SP500").orElseThrow());

        assertThat(WireSamples.parse(written.toString())).isEqualTo(WireSamples.sample(name));
    }

    private static RankingQuery by(RankingColumn column, int limit) {
        return new RankingQuery(column, true, limit, RankingQuery.Filter.ANY);
    }
}
