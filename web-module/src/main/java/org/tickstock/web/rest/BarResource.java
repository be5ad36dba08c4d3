package org.tickstock.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.TimeoutException;
import org.tickstock.app.bar.BarHistory;
import org.tickstock.app.bar.BarQuery;
import org.tickstock.web.problem.ApiProblem;
import org.tickstock.web.problem.RefusedException;

/**
 * Bars of one symbol, the one that is forming included.
 */
@Path("bars")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BarResource {

    @Inject
    private BarHistory history;

    /** The newest bars that fit. */
    @GET
    public String bars(@BeanParam BarParameters parameters) {
        BarQuery query = parameters.query();
        try {
            return BarJson.of(history.bars(query));
        } catch (TimeoutException busy) {
            throw new RefusedException(ApiProblem.unavailable(
                    "the symbol's lane did not answer within " + BarHistory.PATIENCE_S + " s"));
        }
    }
}
