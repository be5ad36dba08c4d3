package org.tickstock.web.rest;

import static org.tickstock.app.json.JsonFactory.JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.io.StringReader;
import org.tickstock.app.account.SettingRepository;
import org.tickstock.web.account.Caller;
import org.tickstock.web.problem.ApiProblem;
import org.tickstock.web.problem.RefusedException;
import org.tickstock.web.query.QueryValues;

/**
 * What the caller arranged for themselves, such as the layout of a page: one JSON object under a name.
 */
@Path("me/settings/{name}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SettingResource {

    @Inject
    private SettingRepository settings;
    @Context
    private HttpServletRequest request;
    @PathParam("name")
    private String name;

    /** What is kept; the value is null where nothing is. */
    @GET
    public JsonObject read() {
        JsonValue value = settings.find(userId(), name()).map(SettingResource::parse).orElse(JsonValue.NULL);
        return JSON.createObjectBuilder().add("name", name).add("value", value).build();
    }

    /** Keeps the body in place of what was kept. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject save(InputStream entity) {
        JsonObject value = JsonBody.read(entity).json();
        if (value.toString().contains("\\u0000")) {
            throw new RefusedException(ApiProblem.badRequest("body", "body must not hold the character NUL"));
        }
        if (!settings.save(userId(), name(), value.toString())) {
            throw new RefusedException(ApiProblem.conflict(
                    "settings of one account must be at most " + SettingRepository.MAX_SETTINGS));
        }
        return JSON.createObjectBuilder().add("name", name).add("value", value).build();
    }

    /** Forgets it. */
    @DELETE
    public void remove() {
        settings.remove(userId(), name());
    }

    private long userId() {
        return Caller.of(request).userId();
    }

    private String name() {
        if (!name.matches("[a-z][a-z0-9-]{0,39}")) {
            throw QueryValues.refusal("name", "1 to 40 of a-z, 0-9 and -, a letter first", name);
        }
        return name;
    }

    private static JsonValue parse(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
