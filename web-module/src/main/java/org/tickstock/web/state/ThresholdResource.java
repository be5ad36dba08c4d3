package org.tickstock.web.state;

import static org.tickstock.app.json.JsonFactory.JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.Function;
import org.tickstock.app.bar.IntradayChanges;
import org.tickstock.engine.state.PriceChanges;
import org.tickstock.engine.state.Standing;
import org.tickstock.engine.state.ThresholdBars;
import org.tickstock.engine.state.Timeframe;
import org.tickstock.web.query.QueryValues;

/**
 * How one-sidedly the symbols of universes moved, as one bar in two or four parts.
 *
 * <p>Of daily bars, and within a day of the minutes and hours that are stored.
 */
@Path("threshold-bars")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ThresholdResource {

    private static final String DIVERGING = "DivergingThresholdBar";
    private static final String SIMPLE = "SimpleDivergingBar";
    private static final String[] TYPES = {DIVERGING, SIMPLE};
    private static final String[] BASES = {"period", "bar"};
    private static final int DEFAULT_PERIOD_DAYS = 1;

    @Inject
    private StateQuery state;
    @Inject
    private IntradayChanges intraday;
    @QueryParam("data_source")
    private String dataSource;
    @QueryParam("bar_type")
    private String barType;
    @QueryParam("timeframe")
    private String timeframe;
    @QueryParam("threshold")
    private String threshold;
    @QueryParam("period_days")
    private String periodDays;
    @QueryParam("basis")
    private String basis;

    /** The bar. */
    @GET
    public JsonObject bar() {
        if (dataSource == null) {
            throw QueryValues.refusal("data_source", "given: universes, joined by a colon", null);
        }
        Timeframe frame =
                QueryValues.oneOf("timeframe", timeframe, Timeframe.DAILY, Timeframe.values(), Timeframe::wireName);
        boolean isSimple = QueryValues.oneOf("bar_type", barType, DIVERGING, TYPES, Function.identity()).equals(SIMPLE);
        boolean isByBar = QueryValues.oneOf("basis", basis, "period", BASES, Function.identity()).equals("bar");
        double limit = QueryValues.decimal("threshold", threshold, frame.defaultThreshold(), 0, 1);
        int days = QueryValues.number("period_days", periodDays, DEFAULT_PERIOD_DAYS, 365);
        List<Standing> standings = state.union("data_source", dataSource);
        double[] changes = frame.isOfDays() ? ofDays(standings, frame, isByBar, days)
                : withinDay(standings, frame, isByBar, days);
        ThresholdBars bars = isSimple ? ThresholdBars.simple(changes) : ThresholdBars.diverging(changes, limit);
        return answer(StateJson.moment(state.view())
                .add("data_source", dataSource).add("bar_type", isSimple ? SIMPLE : DIVERGING)
                .add("timeframe", frame.wireName()).add("basis", isByBar ? "bar" : "period")
                .add("threshold", limit).add("period_days", days), bars, standings.size());
    }

    static JsonObject answer(JsonObjectBuilder metadata, ThresholdBars bars, int symbols) {
        JsonObjectBuilder segments = JSON.createObjectBuilder();
        bars.segments().forEach(segment -> segments.add(segment.name(), StateJson.number(segment.pct())));
        return JSON.createObjectBuilder()
                .add("metadata", metadata.add("symbol_count", bars.symbolCount()).add("unchanged", bars.unchanged())
                        .add("insufficient_count", symbols - bars.symbolCount()))
                .add("segments", segments)
                .build();
    }

    private static double[] ofDays(List<Standing> standings, Timeframe frame, boolean isByBar, int days) {
        return isByBar ? PriceChanges.overBar(standings, frame) : PriceChanges.overPeriod(standings, days);
    }

    private double[] withinDay(List<Standing> standings, Timeframe frame, boolean isByBar, int days) {
        List<String> symbols = standings.stream().map(Standing::symbol).toList();
        org.tickstock.app.bar.Timeframe length = frame == Timeframe.MINUTE
                ? org.tickstock.app.bar.Timeframe.MINUTE : org.tickstock.app.bar.Timeframe.HOUR;
        int day = state.view().tradeDay();
        return isByBar ? intraday.overBar(symbols, length, day) : intraday.overPeriod(symbols, length, day, days);
    }
}
