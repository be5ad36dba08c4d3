package org.tickstock.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Set;
import org.tickstock.app.collect.DataPublisher;
import org.tickstock.app.universe.UniverseIndexHolder;
import org.tickstock.app.universe.UniverseService;
import org.tickstock.engine.collect.EventBatch;
import org.tickstock.engine.collect.EventLog;
import org.tickstock.engine.event.DisplayMessage;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.universe.UniverseSelection;
import org.tickstock.web.account.Caller;
import org.tickstock.web.problem.ApiProblem;
import org.tickstock.web.problem.RefusedException;

/**
 * Pages through the log: the caller's events only, as workers encoded them.
 */
@Path("events")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class EventResource {

    private static final Set<EventType> HIGHLOW = EnumSet.of(EventType.HIGH, EventType.LOW, EventType.REVISION);
    private static final long DEFAULT_LIMIT = 500;
    private static final long MAX_LIMIT = 1_000;

    @Inject
    private DataPublisher publisher;
    @Inject
    private EventLog log;
    @Inject
    private UniverseService universes;
    @Inject
    private UniverseIndexHolder index;
    @Context
    private HttpServletRequest request;

    /** What came after an offset; {@code limit} bounds how much of the log one page covers. */
    @GET
    public String events(@QueryParam("after") String after, @QueryParam("limit") String limit) {
        long afterOffset = number("after", after, 0, 0, Long.MAX_VALUE - 1);
        int pageSize = (int) number("limit", limit, DEFAULT_LIMIT, 1, MAX_LIMIT);
        UniverseSelection selection = universes.selectionOf(Caller.of(request).userId());
        BitSet market = index.current().symbolsOf(selection.market());
        BitSet highlow = index.current().symbolsOf(selection.highlow());
        EventBatch batch = publisher.pull(afterOffset, pageSize);

        StringBuilder json = new StringBuilder(512 + batch.messages().size() * 512);
        json.append("{\"epoch\":").append(batch.epoch())
                .append(",\"after\":").append(batch.after())
                .append(",\"to\":").append(batch.to())
                .append(",\"last\":").append(log.lastOffset())
                .append(",\"gap\":").append(gap(batch))
                .append(",\"events\":[");
        long offset = batch.firstOffset();
        boolean first = true;
        for (DisplayMessage message : batch.messages()) {
            if ((HIGHLOW.contains(message.type()) ? highlow : market).get(message.symbolId())) {
                json.append(first ? "{\"offset\":" : ",{\"offset\":").append(offset).append(',')
                        .append(new String(message.body(), StandardCharsets.UTF_8));
                first = false;
            }
            offset++;
        }
        return json.append("]}").toString();
    }

    private static String gap(EventBatch batch) {
        return batch.gap() == null ? "null" : "{\"from\":" + batch.gap().from() + ",\"to\":" + batch.gap().to()
                + ",\"reason\":\"" + batch.gap().reason() + "\"}";
    }

    private static long number(String field, String text, long absent, long least, long most) {
        if (text == null) {
            return absent;
        }
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException ignored) {
            // Said below, with the rule, like a number out of range.
        }
        String range = most == MAX_LIMIT ? least + " to " + most : "a number >= " + least;
        throw new RefusedException(ApiProblem.badRequest(field, field + " must be " + range + ", was " + text));
    }
}
