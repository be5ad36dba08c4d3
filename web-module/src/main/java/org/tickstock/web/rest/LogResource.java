package org.tickstock.web.rest;

import static org.tickstock.app.json.JsonFactory.JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.stream.Stream;
import org.tickstock.app.account.SignedIn;
import org.tickstock.app.log.LogDomain;
import org.tickstock.app.log.LogLevels;
import org.tickstock.web.account.Caller;
import org.tickstock.web.problem.ApiProblem;
import org.tickstock.web.problem.RefusedException;

/**
 * Turns the log up and down by domain while the server runs; for administrators.
 */
@Path("logs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class LogResource {

    private static final Logger LOG = System.getLogger(LogResource.class.getName());
    private static final List<Level> LEVELS =
            List.of(Level.TRACE, Level.DEBUG, Level.INFO, Level.WARNING, Level.ERROR, Level.OFF);
    private static final int SHOWN = 20;

    @Inject
    private LogLevels levels;
    @Context
    private HttpServletRequest request;

    /** Every domain with its level. */
    @GET
    public JsonObject domains() {
        Caller.requireAdministrator(request);
        return list();
    }

    /** Sets the {@code level} of one domain, until the server stops. */
    @PUT
    @Path("{domain}")
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject set(@PathParam("domain") String name, InputStream entity) {
        SignedIn administrator = Caller.requireAdministrator(request);
        LogDomain domain = LogDomain.of(name).orElseThrow(() -> new RefusedException(ApiProblem.notFound("domain",
                "domain must be one of " + names() + ", was " + name.substring(0, Math.min(SHOWN, name.length())))));
        Level level = level(JsonBody.read(entity).string("level"));
        levels.set(domain, level);
        LOG.log(Level.INFO, "log level set domain={0} level={1} byUserId={2,number,#}",
                name, level, administrator.userId());
        return list();
    }

    private JsonObject list() {
        JsonArrayBuilder domains = JSON.createArrayBuilder();
        for (LogDomain domain : LogDomain.values()) {
            domains.add(JSON.createObjectBuilder()
                    .add("domain", domain.wireName())
                    .add("level", levels.levelOf(domain).name())
                    .add("loggers", JSON.createArrayBuilder(domain.loggers())));
        }
        return JSON.createObjectBuilder().add("domains", domains).build();
    }

    private static Level level(String name) {
        return LEVELS.stream().filter(level -> level.name().equals(name)).findFirst()
                .orElseThrow(() -> new RefusedException(ApiProblem.badRequest("level", "level must be one of "
                        + LEVELS + ", was '" + name.substring(0, Math.min(SHOWN, name.length())) + "'")));
    }

    private static List<String> names() {
        return Stream.of(LogDomain.values()).map(LogDomain::wireName).toList();
    }
}
