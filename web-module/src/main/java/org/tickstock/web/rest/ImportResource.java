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
import java.time.LocalDate;
import java.util.List;
import org.tickstock.app.history.ImportDesk;
import org.tickstock.app.history.RefusedImportException;
import org.tickstock.app.history.VendorOrder;
import org.tickstock.web.account.Caller;
import org.tickstock.web.problem.ApiProblem;
import org.tickstock.web.problem.RefusedException;
import org.tickstock.web.query.QueryValues;

/**
 * Imports files of the operator's, and tells what came of it; for administrators.
 */
@Path("admin/import")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {

    private static final int MOST_SYMBOLS = 1_000;

    @Inject
    private ImportDesk desk;
    @Context
    private HttpServletRequest request;

    /** Orders the import of the {@code file} that the body names, below the import folder, or bars of the vendor's. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response order(InputStream entity) {
        Caller.requireAdministrator(request);
        try {
            JsonBody body = JsonBody.read(entity);
            return Response.accepted(body.json().containsKey("timeframe")
                    ? desk.order(vendorOrder(body)) : desk.order(body.string("file"))).build();
        } catch (RefusedImportException refused) {
            throw new RefusedException(refused.reason() == RefusedImportException.Reason.NO_FILE
                    ? ApiProblem.notFound("file", refused.getMessage()) : ApiProblem.conflict(refused.getMessage()));
        }
    }

    private static VendorOrder vendorOrder(JsonBody body) {
        String timeframe = body.string("timeframe");
        if (!timeframe.equals("daily") && !timeframe.equals("minute")) {
            throw QueryValues.refusal("timeframe", "daily or minute", timeframe);
        }
        List<String> symbols = body.strings("symbols");
        symbols.forEach(symbol -> QueryValues.ticker("symbols", symbol));
        if (symbols.isEmpty() || symbols.size() > MOST_SYMBOLS) {
            throw QueryValues.refusal("symbols", "1 to " + MOST_SYMBOLS, symbols.size() + "");
        }
        LocalDate from = QueryValues.date("from", body.string("from"));
        LocalDate to = QueryValues.date("to", body.string("to"));
        if (to.isBefore(from)) {
            throw QueryValues.refusal("to", "from or later", to.toString());
        }
        return new VendorOrder(timeframe, symbols, from, to);
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
