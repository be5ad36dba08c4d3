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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.tickstock.app.trace.TraceReport;
import org.tickstock.app.trace.TraceSwitch;
import org.tickstock.app.trace.UnknownTickersException;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.trace.TraceSettings;
import org.tickstock.web.account.Caller;
import org.tickstock.web.problem.ApiProblem;
import org.tickstock.web.problem.RefusedException;

/**
 * Turns the tracer on and off and hands out what it noted; for administrators.
 */
@Path("trace")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TraceResource {

    private static final int SHOWN = 20;

    @Inject
    private TraceSwitch trace;
    @Inject
    private TraceReport report;
    @Inject
    private SymbolTable symbols;
    @Context
    private HttpServletRequest request;

    /** What is traced, and how much is kept. */
    @GET
    @Path("status")
    public JsonObject status() {
        Caller.requireAdministrator(request);
        return report.status();
    }

    /** Traces the {@code tickers} of the body, and no others, from now on. */
    @POST
    @Path("enable")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject enable(InputStream entity) {
        Caller.requireAdministrator(request);
        List<String> tickers = JsonBody.read(entity).strings("tickers");
        if (tickers.isEmpty() || tickers.size() > TraceSettings.MOST_SYMBOLS) {
            throw new RefusedException(ApiProblem.badRequest("tickers",
                    "tickers must be 1 to " + TraceSettings.MOST_SYMBOLS + ", were " + tickers.size()));
        }
        try {
            trace.begin(tickers, Caller.of(request));
        } catch (UnknownTickersException unknown) {
            throw new RefusedException(ApiProblem.badRequest("tickers", unknown.getMessage()));
        }
        return report.status();
    }

    /** Notes nothing more; what was noted can still be had. */
    @POST
    @Path("disable")
    public JsonObject disable() {
        trace.end(Caller.requireAdministrator(request));
        return report.status();
    }

    /** Forgets what was noted. */
    @POST
    @Path("clear")
    public JsonObject clear() {
        trace.clear(Caller.requireAdministrator(request));
        return report.status();
    }

    /** Everything that was noted, as a file. */
    @GET
    @Path("export/all")
    public Response exportAll() {
        Caller.requireAdministrator(request);
        return file("all", report::writeAll);
    }

    /** What was noted of one symbol, as a file. */
    @GET
    @Path("export/{ticker}")
    public Response export(@PathParam("ticker") String ticker) {
        Caller.requireAdministrator(request);
        int symbolId = symbols.idOf(ticker.toUpperCase(Locale.ROOT));
        if (symbolId == SymbolTable.UNKNOWN) {
            throw new RefusedException(ApiProblem.notFound("ticker",
                    "ticker must be known, was " + ticker.substring(0, Math.min(SHOWN, ticker.length()))));
        }
        return file(symbols.tickerOf(symbolId), out -> report.writeOne(symbolId, out));
    }

    private static Response file(String name, StreamingOutput content) {
        return Response.ok(content, MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"trace-" + name + ".json\"").build();
    }
}
