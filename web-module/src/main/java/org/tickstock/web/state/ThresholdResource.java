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
import java.util.List;
import org.tickstock.engine.state.PriceChanges;
import org.tickstock.engine.state.Standing;
import org.tickstock.engine.state.ThresholdBars;
import org.tickstock.engine.state.Timeframe;

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
            throw StateQuery.refusal("data_source", "given: universes, joined by a colon", "absent");
        }
        Timeframe frame = frame();
        boolean isSimple = isSimple();
        boolean isByBar = isByBar();
        double limit = number("threshold", threshold, frame.defaultThreshold(), 0, 1);
        int days = (int) number("period_days", periodDays, DEFAULT_PERIOD_DAYS, 1, 365);
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

    private Timeframe frame() {
        if (timeframe == null) {
            return Timeframe.DAILY;
        }
        return Timeframe.named(timeframe).filter(Timeframe::isOfDays)
                .orElseThrow(() -> StateQuery.refusal("timeframe", "one of daily, weekly, monthly", timeframe));
    }

    private boolean isSimple() {
        if (barType == null || barType.equals(DIVERGING)) {
            return false;
        }
        if (barType.equals(SIMPLE)) {
            return true;
        }
        throw StateQuery.refusal("bar_type", DIVERGING + " or " + SIMPLE, barType);
    }

    private boolean isByBar() {
        if (basis == null || basis.equals("period")) {
            return false;
        }
        if (basis.equals("bar")) {
            return true;
        }
        throw StateQuery.refusal("basis", "period or bar", basis);
    }

    private static double number(String field, String text, double absent, double least, double most) {
        if (text == null) {
            return absent;
        }
        try {
            double value = Double.parseDouble(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException unreadable) {
            // Said below, with the rule, like a number out of range.
        }
        throw StateQuery.refusal(field, least + " to " + most, text);
    }
}
