package org.tickstock.app.session;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.tickstock.engine.Pipeline;
import org.tickstock.engine.feed.MarketDataFeed;
import org.tickstock.engine.market.SessionSpan;

/**
 * Notices on the feed's own clock that a market session ended, and remembers it.
 *
 * <p>The lanes begin a session by themselves, at its first tick, and announce it.
 * <p>Thread: an EJB timer, serialised on itself; the row is written by {@code concurrent/tickstock-scheduled}.
 * <p>Errors: a row that cannot be written is logged and given up.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MarketSessionTimer {

    private static final Logger LOG = System.getLogger(MarketSessionTimer.class.getName());

    @Resource(lookup = "java:app/concurrent/tickstock-scheduled")
    private ManagedScheduledExecutorService background;
    @Inject
    private Pipeline pipeline;
    @Inject
    private MarketDataFeed feed;
    @Inject
    private SessionHistory history;

    private SessionSpan current;
    private Map<String, Long> eventsBefore = Map.of();

    /** Looks once. */
    @Schedule(second = "*", minute = "*", hour = "*", persistent = false)
    public synchronized void look() {
        try {
            long feedTimeNs = pipeline.feedTimeNs();
            if (feedTimeNs > 0 && (current == null || !current.contains(feedTimeNs))) {
                change(pipeline.calendar().spanAt(feedTimeNs));
            }
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "market session not looked at", fault);
        }
    }

    private void change(SessionSpan next) {
        if (current == null) {
            current = next;
            return;
        }
        SessionSpan ended = current;
        current = next;
        Map<String, Long> events = pipeline.status().events();
        remember(ended, minus(events, eventsBefore));
        eventsBefore = events;
    }

    private void remember(SessionSpan ended, Map<String, Long> events) {
        SeenSession seen = new SeenSession(pipeline.log().epoch(), feed.status().provider(),
            LocalDate.ofEpochDay(ended.tradeDay()), ended.session(), Instant.ofEpochSecond(0, ended.startNs()));
        background.execute(() -> {
            try {
                history.add(seen, Instant.ofEpochSecond(0, ended.endNs()), events);
            } catch (RuntimeException fault) {
                LOG.log(Level.WARNING, "market session not remembered date={0} session={1} why={2}",
                    seen.date(), seen.session(), fault.getMessage());
            }
        });
    }

    private static Map<String, Long> minus(Map<String, Long> now, Map<String, Long> before) {
        Map<String, Long> difference = new HashMap<>();
        now.forEach((type, count) -> difference.put(type, count - before.getOrDefault(type, 0L)));
        return difference;
    }
}
