package org.tickstock.web.state;

import static org.tickstock.app.json.JsonFactory.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import org.tickstock.engine.state.GroupKind;
import org.tickstock.engine.state.GroupReturns;
import org.tickstock.engine.state.GroupState;
import org.tickstock.engine.state.MarketStateView;
import org.tickstock.engine.state.RotationPoint;
import org.tickstock.engine.state.UniverseState;

/**
 * Writes groups of symbols.
 *
 * <p>Thread: stateless.
 */
final class GroupJson {

    private GroupJson() {
    }

    /** Every group of a kind. */
    static JsonObject all(MarketStateView view, UniverseState universe, GroupKind kind) {
        String benchmark = universe.sectors().benchmark();
        JsonArrayBuilder groups = JSON.createArrayBuilder();
        universe.sectors().groups(kind).forEach(group -> groups.add(of(group)));
        return StateJson.head(view, universe)
                .add("benchmark", benchmark.isEmpty() ? "equal-weight" : benchmark)
                .add("groups", groups).build();
    }

    static JsonObjectBuilder of(GroupState group) {
        JsonArrayBuilder trail = JSON.createArrayBuilder();
        group.trail().forEach(point -> trail.add(of(point)));
        JsonArrayBuilder events = JSON.createArrayBuilder();
        group.events().forEach(event -> events.add(JSON.createObjectBuilder()
                .add("trade_date", StateJson.date(event.day())).add("kind", StateJson.lower(event.kind()))
                .add("from", event.from()).add("to", event.to())));
        return JSON.createObjectBuilder()
                .add("kind", group.kind().wireName()).add("name", group.name())
                .add("symbol_count", group.symbolCount())
                .add("rank", group.rank() == 0 ? JsonValue.NULL : JSON.createValue(group.rank()))
                .add("rank_week_ago", group.rankWeekAgo() == 0 ? JsonValue.NULL
                        : JSON.createValue(group.rankWeekAgo()))
                .add("score", StateJson.number(group.score()))
                .add("equal_weighted", of(group.equalWeighted()))
                .add("cap_weighted", of(group.capWeighted()))
                .add("above_sma50", StateJson.count(group.aboveSma50()))
                .add("above_sma200", StateJson.count(group.aboveSma200()))
                .add("day_change", StateJson.count(group.dayChange()))
                .add("leaders", StateJson.names(group.leaders()))
                .add("laggards", StateJson.names(group.laggards()))
                .add("rotation", group.rotation() == null ? JsonValue.NULL : of(group.rotation()).build())
                .add("trail", trail)
                .add("events", events);
    }

    private static JsonObjectBuilder of(GroupReturns returns) {
        return JSON.createObjectBuilder()
                .add("1d", StateJson.number(returns.dayPct())).add("1w", StateJson.number(returns.weekPct()))
                .add("1m", StateJson.number(returns.monthPct())).add("3m", StateJson.number(returns.quarterPct()));
    }

    private static JsonObjectBuilder of(RotationPoint point) {
        return JSON.createObjectBuilder()
                .add("trade_date", StateJson.date(point.day()))
                .add("rs_ratio", StateJson.number(point.ratio()))
                .add("rs_momentum", StateJson.number(point.momentum()))
                .add("quadrant", point.quadrant().wireName());
    }
}
