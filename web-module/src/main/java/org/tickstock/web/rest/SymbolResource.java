package org.tickstock.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.TimeoutException;
import org.tickstock.app.emit.SymbolExtremes;
import org.tickstock.web.problem.ApiProblem;
import org.tickstock.web.problem.RefusedException;

/**
 * What is known of one symbol.
 */
@Path("symbols/{symbol}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SymbolResource {

    private static final int SHOWN = 20;

    @Inject
    private SymbolExtremes extremes;

    /** Highs and lows of its trade date, official and live, and why they differ. */
    @GET
    @Path("extremes")
    public JsonObject extremes(@PathParam("symbol") String symbol) {
        try {
            return extremes.of(symbol).orElseThrow(() -> new RefusedException(ApiProblem.notFound("symbol",
                    "symbol must be a known ticker, was " + symbol.substring(0, Math.min(SHOWN, symbol.length())))));
        } catch (TimeoutException busy) {
            throw new RefusedException(ApiProblem.unavailable(
                    "the symbol's lane did not answer within " + SymbolExtremes.PATIENCE_S + " s"));
        }
    }
}
