package org.tickstock.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.tickstock.app.emit.EventStory;
import org.tickstock.app.universe.UniverseService;
import org.tickstock.web.account.Caller;
import org.tickstock.web.problem.ApiProblem;
import org.tickstock.web.problem.RefusedException;

/**
 * Why an event was raised, and what became of it for the caller.
 */
@Path("events/{id}/why")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class EventStoryResource {

    private static final int SHOWN = 60;

    @Inject
    private EventStory story;
    @Inject
    private UniverseService universes;
    @Context
    private HttpServletRequest request;

    /** The event's story. */
    @GET
    public JsonObject why(@PathParam("id") String id) {
        long userId = Caller.of(request).userId();
        return story.of(id, userId, universes.selectionOf(userId))
                .orElseThrow(() -> new RefusedException(ApiProblem.notFound("id",
                        "id must be of an event that the log or the journal holds, was "
                                + id.substring(0, Math.min(SHOWN, id.length())))));
    }
}
