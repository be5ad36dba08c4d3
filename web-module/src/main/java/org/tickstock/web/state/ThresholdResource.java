package org.tickstock.web.state;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.tickstock.engine.state.PriceChanges;
import org.tickstock.engine.state.Standing;
import org.tickstock.engine.state.ThresholdBars;
import org.tickstock.engine.state.Timeframe;
import org.tickstock.web.query.QueryValues;

/**
 * How one-sidedly the symbols of universes moved, as one bar in two or four parts.
 *
 * <p>Of daily bars: a time frame below a day is refused.
 */
@Path("threshold-bars")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ThresholdResource {

    private static final String DIVERGING = "DivergingThresholdBar";
    private static final String SIMPLE = "SimpleDivergingBar";
    private static final String[] TYPES = {DIVERGING, SIMPLE};
    private static final String[] BASES = {"period", "bar"};
    private static final Timeframe[] OF_DAYS =
            Arrays.stream(Timeframe.values()).filter(Timeframe::isOfDays).toArray(Timeframe[]::new);
    private static final int DEFAULT_PERIOD_DAYS = 1;

    @Inject
    private StateQuery state;
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
        Timeframe frame = QueryValues.oneOf("timeframe", timeframe, Timeframe.DAILY, OF_DAYS, Timeframe::wireName);
        boolean isSimple = QueryValues.oneOf("bar_type", barType, DIVERGING, TYPES, Function.identity()).equals(SIMPLE);
        boolean isByBar = QueryValues.oneOf("basis", basis, "period", BASES, Function.identity()).equals("bar");
        double limit = QueryValues.decimal("threshold", threshold, frame.defaultThreshold(), 0, 1);
        int days = QueryValues.number("period_days", periodDays, DEFAULT_PERIOD_DAYS, 365);
        List<Standing> standings = state.union("data_source", dataSource);
        double[] changes = isByBar ? PriceChanges.overBar(standings, frame) : PriceChanges.overPeriod(standings, days);
        ThresholdBars bars = isSimple ? ThresholdBars.simple(changes) : ThresholdBars.diverging(changes, limit);
        JsonObjectBuilder segments = Json.createObjectBuilder();
        bars.segments().forEach(segment -> segments.add(segment.name(), StateJson.number(segment.pct())));
        return Json.createObjectBuilder()
                .add("metadata", StateJson.moment(state.view())
                        .add("data_source", dataSource).add("bar_type", isSimple ? SIMPLE : DIVERGING)
                        .add("timeframe", frame.wireName()).add("basis", isByBar ? "bar" : "period")
                        .add("threshold", limit).add("period_days", days)
                        .add("symbol_count", bars.symbolCount()).add("unchanged", bars.unchanged()))
                .add("segments", segments)
                .build();
    }
}
