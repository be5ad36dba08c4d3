package org.tickstock.web.state;

import static org.tickstock.app.json.JsonFactory.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.tickstock.app.state.RankingRow;
import org.tickstock.engine.state.BreadthCount;
import org.tickstock.engine.state.MarketStateView;
import org.tickstock.engine.state.Standing;
import org.tickstock.engine.state.UniverseState;

/**
 * Writes what the answers have in common. A figure that is not known is null.
 *
 * <p>Thread: stateless.
 */
final class StateJson {

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
        return JSON.createObjectBuilder()
                .add("as_of", Instant.ofEpochSecond(0, view.asOfNs()).toString())
                .add("trade_date", date(view.tradeDay()))
                .add("forming", view.isForming())
                .add("version", view.version());
    }

    static JsonValue date(int epochDay) {
        return value(RankingRow.date(epochDay));
    }

    static JsonValue number(double value) {
        Double rounded = RankingRow.rounded(value);
        return rounded == null ? JsonValue.NULL : JSON.createValue(rounded);
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** A symbol with every column of the rankings. */
    static JsonObjectBuilder row(Standing standing) {
        return values(JSON.createObjectBuilder(), RankingRow.COLUMNS, standing);
    }

    /** Who a row is about. */
    static JsonObjectBuilder who(Standing standing) {
        return values(JSON.createObjectBuilder(), RankingRow.OF_INSTRUMENT, standing);
    }

    static JsonObjectBuilder stage(JsonObjectBuilder row, Standing standing) {
        return values(row, RankingRow.OF_STAGE, standing);
    }

    private static JsonObjectBuilder values(
            JsonObjectBuilder row, List<RankingRow.Column> columns, Standing standing) {
        columns.forEach(column -> row.add(column.name(), value(column.of(standing))));
        return row;
    }

    private static JsonValue value(Object value) {
        if (value instanceof Double number) {
            return JSON.createValue(number);
        }
        if (value instanceof Integer number) {
            return JSON.createValue(number);
        }
        if (value instanceof Boolean truth) {
            return truth ? JsonValue.TRUE : JsonValue.FALSE;
        }
        return value == null ? JsonValue.NULL : JSON.createValue(value.toString());
    }

    static JsonObjectBuilder count(BreadthCount count) {
        return JSON.createObjectBuilder()
                .add("up", count.up()).add("down", count.down()).add("unchanged", count.unchanged())
                .add("eligible", count.eligible()).add("pct_up", number(hundredths(count.pctUp())));
    }

    static JsonArrayBuilder names(List<Standing> standings) {
        JsonArrayBuilder names = JSON.createArrayBuilder();
        standings.forEach(standing -> names.add(standing.symbol()));
        return names;
    }

    static double hundredths(double value) {
        return Math.rint(value * 100) / 100;
    }
}
