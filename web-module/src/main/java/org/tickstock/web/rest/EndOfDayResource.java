package org.tickstock.web.rest;

import static org.tickstock.app.json.JsonFactory.JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Locale;
import org.tickstock.app.endofday.EndOfDay;
import org.tickstock.app.endofday.EndOfDayDesk;
import org.tickstock.web.account.Caller;
import org.tickstock.web.problem.ApiProblem;
import org.tickstock.web.problem.RefusedException;
import org.tickstock.web.query.QueryValues;

/**
 * What came of each trade date after its close; for administrators.
 */
@Path("admin/end-of-day")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class EndOfDayResource {

    private static final double PERCENT = 100.0;

    @Inject
    private EndOfDayDesk desk;
    @Context
    private HttpServletRequest request;

    /** The newest days, without what is missing and what differs. */
    @GET
    public JsonObject days() {
        Caller.requireAdministrator(request);
        JsonArrayBuilder days = JSON.createArrayBuilder();
        desk.newest().forEach(day -> days.add(json(day)));
        return JSON.createObjectBuilder().add("days", days).build();
    }

    /** One day with the first of both. */
    @GET
    @Path("{date}")
    public JsonObject day(@PathParam("date") String text) {
        Caller.requireAdministrator(request);
        LocalDate date = QueryValues.date("date", text);
        EndOfDay day = desk.of(date).orElseThrow(() -> new RefusedException(ApiProblem.notFound("date",
                "date must be a trade date that was looked at after its close, was " + date)));
        return json(day)
                .add("missing", JSON.createArrayBuilder(day.missing()))
                .add("differences", JSON.createArrayBuilder(day.differences())).build();
    }

    /** What it has in common in both answers; the share is null where nothing is tracked. */
    static JsonObjectBuilder json(EndOfDay day) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("date", day.tradeDate().toString())
                .add("state", day.state().name().toLowerCase(Locale.ROOT))
                .add("tracked", day.tracked())
                .add("present", day.present());
        if (day.tracked() == 0) {
            json.addNull("present_pct");
        } else {
            // Rounded down: what is not complete must not look so.
            json.add("present_pct", Math.floor(day.present() * PERCENT * PERCENT / day.tracked()) / PERCENT);
        }
        return json.add("compared", day.compared())
                .add("differing", day.differing())
                .add("as_of", day.asOf().toString());
    }
}
