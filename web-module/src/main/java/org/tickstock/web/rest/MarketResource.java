package org.tickstock.web.rest;

import static org.tickstock.app.json.JsonFactory.JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.tickstock.app.emit.CurrentSession;
import org.tickstock.engine.market.MarketDay;

/**
 * The market's hours, on the feed's own clock: that of the tape in a replay.
 */
@Path("market/status")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MarketResource {

    private static final long NS_PER_MS = 1_000_000L;

    @Inject
    private CurrentSession current;

    /** Which session holds until when, and the bells of this day and of the next. */
    @GET
    public JsonObject status() {
        long nowNs = current.nowNs();
        MarketDay day = current.day();
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("as_of", time(nowNs))
                .add("session", day.span().session().name())
                .add("session_ends_at", time(day.span().endNs()))
                .add("date", day.date().toString())
                .add("is_trading_day", day.isTradingDay())
                .add("early_close", day.isHalfDay());
        if (day.isTradingDay()) {
            json.add("opens_at", time(day.regular().startNs())).add("closes_at", time(day.regular().endNs()));
        } else {
            json.addNull("opens_at").addNull("closes_at");
        }
        return json.add("next_open", time(day.next().startNs())).build();
    }

    private static String time(long tsNs) {
        return Instant.ofEpochMilli(tsNs / NS_PER_MS).toString();
    }
}
