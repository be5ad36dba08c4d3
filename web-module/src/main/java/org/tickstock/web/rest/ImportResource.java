package org.tickstock.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.tickstock.app.history.ImportDesk;
import org.tickstock.app.history.RefusedImportException;
import org.tickstock.web.account.Caller;
import org.tickstock.web.problem.ApiProblem;
import org.tickstock.web.problem.RefusedException;

/**
 * Imports files of the operator's, and tells what came of it; for administrators.
 */
@Path("admin/import")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {

    @Inject
    private ImportDesk desk;
    @Context
    private HttpServletRequest request;

    /** Orders the import of the {@code file} that the body names, below the import folder. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response order(InputStream entity) {
        Caller.requireAdministrator(request);
        try {
            return Response.accepted(desk.order(JsonBody.read(entity).string("file"))).build();
        } catch (RefusedImportException refused) {
            throw new RefusedException(refused.reason() == RefusedImportException.Reason.BUSY
                    ? ApiProblem.conflict(refused.getMessage()) : ApiProblem.notFound("file", refused.getMessage()));
        }
    }

    /** What is under way, and the newest imports. */
    @GET
    public JsonObject status() {
        Caller.requireAdministrator(request);
        return desk.status();
    }

    /** One import with its report. */
    @GET
    @Path("{id}")
    public JsonObject report(@PathParam("id") String id) {
        Caller.requireAdministrator(request);
        long number = QueryValues.number("id", id, 1, Integer.MAX_VALUE);
        return desk.report(number).orElseThrow(() -> new RefusedException(
                ApiProblem.notFound("id", "id must be of an import, was " + number)));
    }
}
