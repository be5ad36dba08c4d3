package org.tickstock.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.tickstock.app.health.PipelineStatusView;

/**
 * The ledger: counts in and out of every stage, queue depths, refusals by reason.
 */
@Path("pipeline")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PipelineResource {

    @Inject
    private PipelineStatusView status;

    /** The ledger of this moment. */
    @GET
    public JsonObject ledger() {
        return status.ledger();
    }
}
