package org.tickstock.web.state;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tickstock.engine.state.BreadthCount;
import org.tickstock.engine.state.CapClass;
import org.tickstock.engine.state.MarketStateView;
import org.tickstock.engine.state.RankingColumn;
import org.tickstock.engine.state.StageFigures;
import org.tickstock.engine.state.Standing;
import org.tickstock.engine.state.StateMoment;
import org.tickstock.engine.state.UniverseState;

/**
 * Writes what the answers have in common. A figure that is not known is null.
 *
 * <p>Thread: stateless.
 */
final class StateJson {

    private static final double SCALE = 1e6;

    private StateJson() {
    }

    /** As of when, of which universe, how many symbols. */
    static JsonObjectBuilder head(MarketStateView view, UniverseState state) {
        return moment(view)
                .add("universe", state.universe().name())
                .add("symbol_count", state.standings().size())
                .add("stale_count", state.staleCount())
                .add("missing_count", state.missing().size());
    }

    static JsonObjectBuilder moment(MarketStateView view) {
        return Json.createObjectBuilder()
                .add("as_of", Instant.ofEpochSecond(0, view.asOfNs()).toString())
                .add("trade_date", date(view.tradeDay()))
                .add("forming", view.isForming())
                .add("version", view.version());
    }

    static JsonValue date(int epochDay) {
        return epochDay == StateMoment.NO_DAY ? JsonValue.NULL
                : Json.createValue(LocalDate.ofEpochDay(epochDay).toString());
    }

    /** Six decimals are more than any column means. */
    static JsonValue number(double value) {
        return Double.isFinite(value) ? Json.createValue(Math.rint(value * SCALE) / SCALE) : JsonValue.NULL;
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** A symbol with every column of the rankings. */
    static JsonObjectBuilder row(Standing standing) {
        JsonObjectBuilder row = Json.createObjectBuilder()
                .add("symbol", standing.symbol())
                .add("name", standing.figures().instrument().name())
                .add("sector", standing.figures().instrument().sector())
                .add("industry", standing.figures().instrument().industry())
                .add("etf", standing.figures().instrument().etf());
        CapClass cap = standing.figures().instrument().capClass();
        row.add("cap", cap == CapClass.UNKNOWN ? JsonValue.NULL : Json.createValue(cap.wireName()));
        for (RankingColumn column : RankingColumn.values()) {
            row.add(column.wireName(), number(column.of(standing)));
        }
        return stage(row, standing).add("stale", standing.isStale()).add("bars", standing.figures().bars());
    }

    static JsonObjectBuilder stage(JsonObjectBuilder row, Standing standing) {
        StageFigures figures = standing.figures().stage();
        return row.add("stage", figures.stage().code())
                .add("stage_name", figures.stage().title())
                .add("stage_since", date(figures.changedDay()))
                .add("stage_live", figures.live().code())
                .add("stage_provisional", figures.isProvisional())
                .add("stage_confidence", number(standing.confidence()))
                .add("strength", standing.strength().letter());
    }

    static JsonObjectBuilder count(BreadthCount count) {
        return Json.createObjectBuilder()
                .add("up", count.up()).add("down", count.down()).add("unchanged", count.unchanged())
                .add("eligible", count.eligible()).add("pct_up", number(hundredths(count.pctUp())));
    }

    static JsonArrayBuilder names(List<Standing> standings) {
        JsonArrayBuilder names = Json.createArrayBuilder();
        standings.forEach(standing -> names.add(standing.symbol()));
        return names;
    }

    static double hundredths(double value) {
        return Math.rint(value * 100) / 100;
    }

    static String list(Object[] constants) {
        return String.join(", ", Arrays.stream(constants).map(each -> lower((Enum<?>) each)).toList());
    }
}
