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
import org.tickstock.app.emit.ConnectionView;
import org.tickstock.web.account.Caller;

/**
 * Every connection's ledger, for an administrator.
 */
@Path("connections")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ConnectionResource {

    @Inject
    private ConnectionView connections;
    @Context
    private HttpServletRequest request;

    /** The connections of everyone. */
    @GET
    public JsonObject all() {
        Caller.requireAdministrator(request);
        return connections.all();
    }
}
