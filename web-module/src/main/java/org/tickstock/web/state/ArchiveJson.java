package org.tickstock.web.state;

import static org.tickstock.app.json.JsonFactory.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import org.tickstock.app.state.ConditionsAt;
import org.tickstock.app.state.StageLine;
import org.tickstock.engine.state.MarketConditions;
import org.tickstock.engine.state.MarketStateView;
import org.tickstock.engine.state.RegimeImpact;
import org.tickstock.engine.state.Stage;
import org.tickstock.engine.state.StageChange;

/**
 * Writes what was kept of stages and conditions.
 *
 * <p>Thread: stateless.
 */
final class ArchiveJson {

    private ArchiveJson() {
    }

    /** Of one symbol, or of a universe: the other is null. */
    static JsonObject stages(MarketStateView view, String symbol, String universe, List<StageLine> lines,
            boolean isMore) {
        JsonArrayBuilder changes = JSON.createArrayBuilder();
        lines.forEach(line -> changes.add(change(line.symbol(), line.change())));
        return StateJson.moment(view)
                .add("symbol", symbol == null ? JsonValue.NULL : JSON.createValue(symbol))
                .add("universe", universe == null ? JsonValue.NULL : JSON.createValue(universe))
                .add("count", lines.size()).add("is_more", isMore).add("changes", changes).build();
    }

    /** Minutes, the newest first. */
    static JsonObject history(MarketStateView view, String universe, List<ConditionsAt> minutes, boolean isMore) {
        JsonArrayBuilder history = JSON.createArrayBuilder();
        for (ConditionsAt at : minutes) {
            history.add(figures(JSON.createObjectBuilder().add("market_time", at.marketTime().toString())
                    .add("trade_date", StateJson.date(at.day())).add("forming", at.forming()), at.conditions())
                    .add("advance_pct", StateJson.number(at.advancePct())));
        }
        return StateJson.moment(view).add("universe", universe).add("count", minutes.size())
                .add("is_more", isMore).add("history", history).build();
    }

    static JsonObject impact(MarketStateView view, String universe, List<RegimeImpact> impacts) {
        JsonArrayBuilder regimes = JSON.createArrayBuilder();
        for (RegimeImpact impact : impacts) {
            regimes.add(JSON.createObjectBuilder().add("regime", StateJson.lower(impact.regime()))
                    .add("days", impact.days()).add("sufficient", impact.isSufficient())
                    .add("next_day_pct", StateJson.number(impact.nextDayPct()))
                    .add("next_day_advance_pct", StateJson.number(impact.nextDayAdvancePct())));
        }
        return StateJson.moment(view).add("universe", universe).add("least_days", RegimeImpact.LEAST_DAYS)
                .add("regimes", regimes).build();
    }

    /** What a summary and a line of history have in common. */
    static JsonObjectBuilder figures(JsonObjectBuilder json, MarketConditions conditions) {
        return json.add("benchmark", conditions.benchmark().isEmpty() ? "equal-weight" : conditions.benchmark())
                .add("benchmark_pct", StateJson.number(conditions.benchmarkPct()))
                .add("regime", StateJson.lower(conditions.regime()))
                .add("trend", StateJson.lower(conditions.trend()))
                .add("trend_strength", StateJson.number(conditions.strength()))
                .add("volatility_pct", StateJson.number(conditions.volatilityPct()))
                .add("volatility_percentile", StateJson.number(conditions.volatilityPercentile()))
                .add("volume_ratio", StateJson.number(conditions.volumeRatio()));
    }

    private static JsonObjectBuilder change(String symbol, StageChange change) {
        return JSON.createObjectBuilder().add("symbol", symbol)
                .add("trade_date", StateJson.date(change.day()))
                .add("stage", change.stage().code()).add("stage_name", change.stage().title())
                .add("previous", change.previous() == Stage.INSUFFICIENT ? JsonValue.NULL
                        : JSON.createValue(change.previous().code()))
                .add("since", StateJson.date(change.sinceDay()));
    }
}
