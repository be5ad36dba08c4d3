package org.tickstock.web.rest;

import static org.tickstock.app.json.JsonFactory.JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.tickstock.app.universe.UniverseIndexHolder;

/**
 * Every universe there is.
 */
@Path("universes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class UniverseResource {

    @Inject
    private UniverseIndexHolder universes;

    /** Name, title and size of each. */
    @GET
    public JsonObject universes() {
        JsonArrayBuilder list = JSON.createArrayBuilder();
        universes.current().universes().forEach(universe -> list.add(JSON.createObjectBuilder()
                .add("name", universe.name())
                .add("title", universe.title())
                .add("symbol_count", universe.symbols().size())));
        return JSON.createObjectBuilder().add("universes", list).build();
    }
}
