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
import org.tickstock.engine.state.MarketBreadth;
import org.tickstock.engine.state.MarketStateView;
import org.tickstock.engine.state.UniverseState;

/**
 * How many symbols of a universe take part in what the market does.
 */
@Path("breadth-metrics")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BreadthResource {

    @Inject
    private StateQuery state;

    /** Up against down, by every test. */
    @GET
    public String breadth(@QueryParam("universe") String universe) {
        UniverseState of = state.universe(universe);
        return state.answer(of, List.of("breadth"), () -> breadth(state.view(), of));
    }

    private static JsonObject breadth(MarketStateView view, UniverseState of) {
        MarketBreadth breadth = of.breadth();
        JsonObjectBuilder metrics = JSON.createObjectBuilder();
        breadth.metrics().forEach((metric, count) -> metrics.add(metric.wireName(), StateJson.count(count)));
        return StateJson.head(view, of)
                .add("metrics", metrics)
                .add("highs_52_weeks", breadth.highs52Weeks())
                .add("lows_52_weeks", breadth.lows52Weeks())
                .add("eligible_52_weeks", breadth.eligible52Weeks())
                .add("pct_at_high_20", StateJson.number(StateJson.hundredths(breadth.pctAtHigh20())))
                .add("up_volume_pct", StateJson.number(StateJson.hundredths(breadth.upVolumePct())))
                .add("advance_decline", JSON.createObjectBuilder()
                        .add("net", breadth.line().net())
                        .add("line", StateJson.number(breadth.line().line()))
                        .add("mcclellan", StateJson.number(breadth.line().mcclellan()))
                        .add("thrust", StateJson.number(breadth.line().thrust())))
                .build();
    }
}
