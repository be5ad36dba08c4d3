package org.tickstock.engine.prioritize;

import java.util.Set;
import org.tickstock.engine.event.DisplayEvent;
import org.tickstock.engine.event.EventOrigin;
import org.tickstock.engine.event.MarketEvent;
import org.tickstock.engine.event.Priority;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.SessionCalendar;

/**
 * Decides how urgent an event is.
 *
 * <p>Thread: immutable; shared by lanes.
 * <p>Source: behaviour specification, pipeline, P1.
 */
public final class PriorityRules {

    private static final long OPENING_NS = 30 * 60 * 1_000_000_000L;

    private final Set<String> topTickers;
    private final Set<String> indexFunds;
    private final SessionCalendar calendar;

    /** Rules with the settings' lists; the calendar tells the first half hour. */
    public PriorityRules(PrioritySettings settings, SessionCalendar calendar) {
        this.topTickers = Set.copyOf(settings.topTickers());
        this.indexFunds = Set.copyOf(settings.indexFunds());
        this.calendar = calendar;
    }

    /** The class of {@code event}. */
    public Priority priorityOf(MarketEvent event) {
        return switch (event.type()) {
            case SESSION -> Priority.P0_CONTROL;
            case SURGE -> Priority.P1_URGENT;
            case HIGH, LOW, REVISION ->
                isUrgent(((DisplayEvent) event).origin()) ? Priority.P1_URGENT : Priority.P2_EXTREME;
            case TREND -> isUrgent(((DisplayEvent) event).origin()) ? Priority.P1_URGENT : Priority.P3_TREND;
            case PRESSURE -> Priority.P4_BACKGROUND;
        };
    }

    private boolean isUrgent(EventOrigin origin) {
        return topTickers.contains(origin.symbol())
                || indexFunds.contains(origin.symbol()) && isOpening(origin);
    }

    private boolean isOpening(EventOrigin origin) {
        return origin.session() == MarketSession.REGULAR
                && origin.tsEventNs() - calendar.spanAt(origin.tsEventNs()).startNs() < OPENING_NS;
    }
}
