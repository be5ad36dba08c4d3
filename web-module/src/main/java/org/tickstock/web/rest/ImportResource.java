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
import org.tickstock.engine.universe.Universe;
import org.tickstock.web.account.Caller;
import org.tickstock.web.problem.ApiProblem;
import org.tickstock.web.problem.RefusedException;
import org.tickstock.web.query.QueryValues;

/**
 * Imports files of the operator's and what the vendor has, and tells what came of it; for administrators.
 */
@Path("admin/import")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {

    private static final int MOST_SYMBOLS = 1_000;
    private static final int LONGEST_TITLE = 100;

    @Inject
    private ImportDesk desk;
    @Context
    private HttpServletRequest request;

    /**
     * Orders the import of the {@code file} that the body names, below the import folder, of a whole {@code folder}, or
     * of bars or symbols of the vendor's.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response order(InputStream entity) {
        Caller.requireAdministrator(request);
        try {
            return Response.accepted(order(JsonBody.read(entity))).build();
        } catch (RefusedImportException refused) {
            throw new RefusedException(problemOf(refused));
        }
    }

    private static ApiProblem problemOf(RefusedImportException refused) {
        return switch (refused.reason()) {
            case NO_FILE -> ApiProblem.notFound("file", refused.getMessage());
            case NO_FOLDER -> ApiProblem.notFound("folder", refused.getMessage());
            case BUSY, NO_KEY -> ApiProblem.conflict(refused.getMessage());
        };
    }

    private JsonObject order(JsonBody body) {
        JsonObject json = body.json();
        if (json.containsKey("timeframe")) {
            return desk.order(vendorOrder(body));
        }
        if (json.containsKey("vendor")) {
            return desk.orderSymbols(vendorSymbols(body));
        }
        if (json.containsKey("folder")) {
            return desk.orderFolder(body.string("folder"));
        }
        if (!json.containsKey("universe")) {
            return desk.order(body.string("file"));
        }
        String universe = body.string("universe");
        if (!Universe.isName(universe)) {
            throw QueryValues.refusal("universe", "a name like sector_energy, at most 50 characters", universe);
        }
        String title = json.containsKey("title") ? body.string("title").strip() : "";
        if (title.length() > LONGEST_TITLE) {
            throw QueryValues.refusal("title", "at most " + LONGEST_TITLE + " characters", title);
        }
        return desk.orderMembers(body.string("file"), universe, title);
    }

    private static List<String> vendorSymbols(JsonBody body) {
        String what = body.string("vendor");
        if (!what.equals("symbols")) {
            throw QueryValues.refusal("vendor", "symbols", what);
        }
        return body.json().containsKey("symbols") ? symbols(body) : List.of();
    }

    private static List<String> symbols(JsonBody body) {
        List<String> symbols = body.strings("symbols");
        symbols.forEach(symbol -> QueryValues.ticker("symbols", symbol));
        if (symbols.isEmpty() || symbols.size() > MOST_SYMBOLS) {
            throw QueryValues.refusal("symbols", "1 to " + MOST_SYMBOLS, symbols.size() + "");
        }
        return symbols;
    }

    private static VendorOrder vendorOrder(JsonBody body) {
        String timeframe = body.string("timeframe");
        if (!timeframe.equals("daily") && !timeframe.equals("minute")) {
            throw QueryValues.refusal("timeframe", "daily or minute", timeframe);
        }
        List<String> symbols = symbols(body);
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
