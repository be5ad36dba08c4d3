package org.tickstock.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Set;
import org.tickstock.app.journal.EventJournal;
import org.tickstock.app.journal.EventPage;
import org.tickstock.app.journal.EventQuery;
import org.tickstock.app.universe.UniverseIndexHolder;
import org.tickstock.app.universe.UniverseService;
import org.tickstock.engine.collect.EventLog;
import org.tickstock.engine.collect.Gap;
import org.tickstock.engine.event.DisplayMessage;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.universe.UniverseSelection;
import org.tickstock.web.account.Caller;
import org.tickstock.web.problem.ApiProblem;
import org.tickstock.web.problem.RefusedException;

/**
 * Pages through logs, in memory and in the journal: the caller's events only, as workers encoded them.
 */
@Path("events")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class EventResource {

    private static final Set<EventType> HIGHLOW = EnumSet.of(EventType.HIGH, EventType.LOW, EventType.REVISION);

    @Inject
    private EventJournal journal;
    @Inject
    private EventLog log;
    @Inject
    private UniverseService universes;
    @Inject
    private UniverseIndexHolder index;
    @Context
    private HttpServletRequest request;

    /** What came after an offset and matches. */
    @GET
    public String events(@BeanParam EventParameters parameters) {
        EventQuery query = parameters.query(log.epoch());
        UniverseSelection selection = universes.selectionOf(Caller.of(request).userId());
        BitSet market = index.current().symbolsOf(selection.market());
        BitSet highlow = index.current().symbolsOf(selection.highlow());
        EventPage page = journal.page(query).orElseThrow(() -> new RefusedException(ApiProblem.notFound("epoch",
                "epoch must be one that the journal still holds, was " + query.epoch())));
        StringBuilder json = new StringBuilder(512 + page.events().size() * 512);
        json.append("{\"epoch\":").append(page.epoch())
                .append(",\"after\":").append(page.after())
                .append(",\"to\":").append(page.to())
                .append(",\"last\":").append(page.last())
                .append(",\"next_epoch\":").append(page.nextEpoch() == 0 ? "null" : Long.toString(page.nextEpoch()))
                .append(",\"gap\":").append(gap(page.gap()))
                .append(",\"events\":[");
        boolean first = true;
        for (EventPage.Located event : page.events()) {
            DisplayMessage message = event.message();
            if ((HIGHLOW.contains(message.type()) ? highlow : market).get(message.symbolId())) {
                json.append(first ? "{\"offset\":" : ",{\"offset\":").append(event.offset()).append(',')
                        .append(new String(message.body(), StandardCharsets.UTF_8));
                first = false;
            }
        }
        return json.append("]}").toString();
    }

    private static String gap(Gap gap) {
        return gap == null ? "null" : "{\"from\":" + gap.from()
                + ",\"to\":" + (gap.to() == Gap.NOT_KNOWN ? "null" : Long.toString(gap.to()))
                + ",\"reason\":\"" + gap.reason() + "\"}";
    }
}
