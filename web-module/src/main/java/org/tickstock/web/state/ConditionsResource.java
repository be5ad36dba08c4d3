package org.tickstock.web.state;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.tickstock.engine.state.MarketConditions;
import org.tickstock.engine.state.UniverseState;

/**
 * What kind of market it is.
 */
@Path("analytics/market-context")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ConditionsResource {

    @Inject
    private StateQuery state;

    /** The market in one word, and why. */
    @GET
    public JsonObject conditions(@QueryParam("universe") String universe) {
        UniverseState of = state.universe(universe);
        MarketConditions conditions = of.conditions();
        return StateJson.head(state.view(), of)
                .add("benchmark", conditions.benchmark().isEmpty() ? "equal-weight" : conditions.benchmark())
                .add("regime", StateJson.lower(conditions.regime()))
                .add("trend", StateJson.lower(conditions.trend()))
                .add("trend_strength", StateJson.number(conditions.strength()))
                .add("volatility_pct", StateJson.number(conditions.volatilityPct()))
                .add("volatility_percentile", StateJson.number(conditions.volatilityPercentile()))
                .add("volatility", StateJson.lower(conditions.volatility()))
                .add("volume_ratio", StateJson.number(conditions.volumeRatio()))
                .add("volume", StateJson.lower(conditions.volume()))
                .build();
    }
}
