package org.tickstock.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.tickstock.app.emit.AnalyticsFrames;
import org.tickstock.app.universe.UniverseService;
import org.tickstock.web.account.Caller;

/**
 * The gauges of the whole market, and of what the caller watches while connected.
 */
@Path("analytics")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AnalyticsResource {

    @Inject
    private AnalyticsFrames frames;
    @Inject
    private UniverseService universes;
    @Context
    private HttpServletRequest request;

    /** As the last {@code market_analytics} frame told them. */
    @GET
    public JsonObject gauges() {
        return frames.analytics(universes.selectionOf(Caller.of(request).userId()));
    }
}
