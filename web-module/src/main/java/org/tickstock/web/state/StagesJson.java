package org.tickstock.web.state;

import static org.tickstock.app.json.JsonFactory.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.tickstock.engine.state.MarketStateView;
import org.tickstock.engine.state.Stage;
import org.tickstock.engine.state.StageSummary;
import org.tickstock.engine.state.Standing;
import org.tickstock.engine.state.UniverseState;

/**
 * Writes how many symbols are in which stage, and whose changes.
 *
 * <p>Thread: stateless.
 */
final class StagesJson {

    private StagesJson() {
    }

    static JsonObject of(MarketStateView view, UniverseState universe) {
        StageSummary summary = universe.stages();
        JsonArrayBuilder stages = JSON.createArrayBuilder();
        for (Stage stage : Stage.values()) {
            stages.add(JSON.createObjectBuilder()
                    .add("stage", stage.code()).add("name", stage.title())
                    .add("count", summary.counts().get(stage))
                    .add("pct", StateJson.number(StateJson.hundredths(summary.pct(stage)))));
        }
        return StateJson.head(view, universe)
                .add("stages", stages)
                .add("changed_today", rows(summary.changedToday()))
                .add("previews", rows(summary.previews()))
                .build();
    }

    private static JsonArrayBuilder rows(List<Standing> standings) {
        JsonArrayBuilder rows = JSON.createArrayBuilder();
        for (Standing standing : standings) {
            JsonObjectBuilder row = JSON.createObjectBuilder().add("symbol", standing.symbol());
            rows.add(StateJson.stage(row, standing));
        }
        return rows;
    }
}
