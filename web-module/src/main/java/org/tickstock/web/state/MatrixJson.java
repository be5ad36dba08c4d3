package org.tickstock.web.state;

import static org.tickstock.app.json.JsonFactory.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.tickstock.engine.state.AverageMatrix;
import org.tickstock.engine.state.MarketStateView;
import org.tickstock.engine.state.RankingQuery;
import org.tickstock.engine.state.Standing;
import org.tickstock.engine.state.UniverseState;

/**
 * Writes the matrix of averages.
 *
 * <p>Thread: stateless.
 */
final class MatrixJson {

    private MatrixJson() {
    }

    static JsonObject of(MarketStateView view, UniverseState universe, RankingQuery query) {
        List<Standing> found = universe.rankings(query);
        JsonArrayBuilder rows = JSON.createArrayBuilder();
        found.forEach(standing -> rows.add(row(AverageMatrix.of(standing))));
        return RowsJson.sorted(view, universe, query).add("count", found.size()).add("matrix", rows).build();
    }

    private static JsonObjectBuilder row(AverageMatrix matrix) {
        Standing standing = matrix.standing();
        JsonArrayBuilder averages = JSON.createArrayBuilder();
        for (AverageMatrix.Distance distance : matrix.averages()) {
            averages.add(JSON.createObjectBuilder().add("average", distance.average())
                    .add("price", StateJson.number(distance.priceUsd()))
                    .add("pct", StateJson.number(distance.pct()))
                    .add("atr", StateJson.number(distance.atr()))
                    .add("side", StateJson.lower(distance.side())));
        }
        return StateJson.who(standing)
                .add("last", StateJson.number(standing.figures().last()))
                .add("live_pct", StateJson.number(standing.livePct()))
                .add("averages", averages)
                .add("atr14", StateJson.number(standing.figures().activity().atr()))
                .add("atr_pct", StateJson.number(standing.figures().atrPct()))
                .add("atr_rank", StateJson.number(standing.atrRank()))
                .add("atr_change_pct", StateJson.number(standing.figures().activity().atrChangePct()))
                .add("stops", levels(matrix.stops()))
                .add("levels", levels(matrix.tiers()))
                .add("stage", standing.stage().code())
                .add("stale", standing.isStale());
    }

    private static JsonArrayBuilder levels(List<AverageMatrix.Level> levels) {
        JsonArrayBuilder all = JSON.createArrayBuilder();
        levels.forEach(level -> all.add(JSON.createObjectBuilder()
                .add("level", level.name()).add("price", StateJson.number(level.priceUsd()))));
        return all;
    }
}
