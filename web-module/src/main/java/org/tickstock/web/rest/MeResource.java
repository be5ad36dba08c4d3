package org.tickstock.web.rest;

import static org.tickstock.app.json.JsonFactory.JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.tickstock.app.account.SignedIn;
import org.tickstock.app.emit.ConnectionView;
import org.tickstock.app.emit.StatusFrames;
import org.tickstock.app.emit.SubscriberRegistry;
import org.tickstock.app.universe.UniverseService;
import org.tickstock.app.universe.UnknownUniverseException;
import org.tickstock.engine.universe.UniverseSelection;
import org.tickstock.web.account.Caller;
import org.tickstock.web.problem.ApiProblem;
import org.tickstock.web.problem.RefusedException;

/**
 * Who is signed in, and what they watch.
 */
@Path("me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {

    @Inject
    private UniverseService universes;
    @Inject
    private StatusFrames frames;
    @Inject
    private SubscriberRegistry registry;
    @Inject
    private ConnectionView connections;
    @Context
    private HttpServletRequest request;

    /** Account and universes. */
    @GET
    public JsonObject me() {
        SignedIn user = Caller.of(request);
        return json(user).add("universes", frames.universes(universes.selectionOf(user.userId()))).build();
    }

    /** What the caller watches. */
    @GET
    @Path("universes")
    public JsonObject universes() {
        return frames.universes(universes.selectionOf(Caller.of(request).userId()));
    }

    /** What became of every event on each of the caller's connections. */
    @GET
    @Path("connections")
    public JsonObject connections() {
        return connections.of(Caller.of(request).userId());
    }

    /** Watches something else; every connection of the caller is told. */
    @PUT
    @Path("universes")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject select(InputStream entity) {
        JsonBody body = JsonBody.read(entity);
        SignedIn user = Caller.of(request);
        UniverseSelection saved = save(user, new UniverseSelection(body.strings("market"), body.strings("highlow")));
        registry.all().stream()
                .filter(subscriber -> subscriber.userId() == user.userId())
                .forEach(subscriber -> subscriber.sendControl(frames.universeUpdated(saved)));
        return frames.universes(saved);
    }

    private UniverseSelection save(SignedIn user, UniverseSelection selection) {
        try {
            return universes.select(user.userId(), selection);
        } catch (UnknownUniverseException unknown) {
            boolean inMarket = unknown.names().stream().anyMatch(selection.market()::contains);
            throw new RefusedException(ApiProblem.badRequest(inMarket ? "market" : "highlow", unknown.getMessage()));
        }
    }

    /** The account as the wire shows it. */
    public static JsonObjectBuilder json(SignedIn user) {
        return JSON.createObjectBuilder()
                .add("email", user.email())
                .add("display_name", user.displayName())
                .add("role", user.role());
    }
}
