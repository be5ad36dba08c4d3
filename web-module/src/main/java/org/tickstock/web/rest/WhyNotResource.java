package org.tickstock.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.tickstock.app.emit.MomentStory;
import org.tickstock.app.universe.UniverseService;
import org.tickstock.engine.event.EventType;
import org.tickstock.web.account.Caller;
import org.tickstock.web.problem.ApiProblem;
import org.tickstock.web.problem.RefusedException;

/**
 * Why a symbol raised no event of a type at a moment.
 */
@Path("why-not")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class WhyNotResource {

    private static final List<EventType> TYPES =
            List.of(EventType.HIGH, EventType.LOW, EventType.TREND, EventType.SURGE);
    // the end of the year 2100
    private static final long LATEST_MS = 4_133_980_799_999L;
    private static final int SHOWN = 40;

    @Inject
    private MomentStory story;
    @Inject
    private UniverseService universes;
    @Context
    private HttpServletRequest request;

    /** What the rule made of the moment; {@code at} as ISO-8601 with an offset, or epoch milliseconds. */
    @GET
    public JsonObject whyNot(
            @QueryParam("symbol") String symbol, @QueryParam("type") String type, @QueryParam("at") String at) {
        String ticker = symbol == null ? "" : symbol;
        EventType asked = typeOf(type);
        long atMs = millisecondsOf(at);
        try {
            return story.of(ticker, asked, atMs, universes.selectionOf(Caller.of(request).userId()))
                    .orElseThrow(() -> new RefusedException(
                            ApiProblem.notFound("symbol", "symbol must be a known ticker, was " + shown(ticker))));
        } catch (TimeoutException busy) {
            throw new RefusedException(ApiProblem.unavailable(
                    "the symbol's lane did not answer within " + MomentStory.PATIENCE_S + " s"));
        }
    }

    static EventType typeOf(String type) {
        return TYPES.stream().filter(each -> each.wireName().equals(type)).findFirst()
                .orElseThrow(() -> new RefusedException(ApiProblem.badRequest(
                        "type", "type must be high, low, trend or surge, was " + shown(type))));
    }

    static long millisecondsOf(String at) {
        try {
            String text = at == null ? "" : at;
            boolean isNumber = text.chars().allMatch(Character::isDigit);
            long ms = isNumber ? Long.parseLong(text) : OffsetDateTime.parse(text).toInstant().toEpochMilli();
            if (ms >= 0 && ms <= LATEST_MS) {
                return ms;
            }
        } catch (DateTimeException | NumberFormatException unreadable) {
            // Said below, with the rule, like a moment out of range.
        }
        throw new RefusedException(ApiProblem.badRequest("at",
                "at must be ISO-8601 with an offset, or epoch milliseconds, was " + shown(at)));
    }

    private static String shown(String text) {
        return text == null ? "nothing" : text.substring(0, Math.min(SHOWN, text.length()));
    }
}
