package org.tickstock.engine.feed;

import java.time.Instant;
import java.time.LocalDate;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SessionCalendar;
import org.tickstock.engine.market.SessionSpan;

/**
 * The synthetic market's way through its days: from the opening session to the end of after-hours, then the next day.
 *
 * <p>Thread: one owner.
 */
final class SyntheticHours {

    private static final long NS_PER_S = 1_000_000_000L;
    private static final int NOON = 12;

    private final SessionCalendar calendar;
    private final MarketSession openAt;
    private SessionSpan span;

    /** Begins on the settings' trade date, or on the last trading day before the day of {@code nowNs}. */
    SyntheticHours(SyntheticSettings settings, SessionCalendar calendar, long nowNs) {
        this.calendar = calendar;
        this.openAt = settings.openAt();
        SessionSpan regular = settings.tradeDate() == null ? lastBefore(nowNs) : named(settings.tradeDate());
        this.span = openAt == MarketSession.PRE ? calendar.spanAt(regular.startNs() - 1) : regular;
    }

    SessionSpan span() {
        return span;
    }

    /** Goes to the session that follows; a closed stretch is skipped, and pre-market where the day begins without. */
    void advance() {
        do {
            span = calendar.spanAt(span.endNs());
        } while (isSkipped(span.session()));
    }

    /** Trades at an instant of this session against the regular session's mean: many at open and close, few outside. */
    double activity(long tsNs) {
        double x = (double) (tsNs - span.startNs()) / (span.endNs() - span.startNs());
        return switch (span.session()) {
            case REGULAR -> 0.6 + 4.8 * (x - 0.5) * (x - 0.5);
            case PRE -> 0.01 + 0.08 * x * x;
            default -> 0.01 + 0.10 * (1 - x) * (1 - x) * (1 - x) * (1 - x);
        };
    }

    private boolean isSkipped(MarketSession session) {
        return session == MarketSession.CLOSED || session == MarketSession.PRE && openAt == MarketSession.REGULAR;
    }

    private SessionSpan lastBefore(long nowNs) {
        int today = (int) Instant.ofEpochSecond(nowNs / NS_PER_S).atZone(NewYorkCalendar.NEW_YORK).toLocalDate()
                .toEpochDay();
        SessionSpan found = calendar.spanAt(nowNs);
        while (found.session() != MarketSession.REGULAR || found.tradeDay() >= today) {
            found = calendar.spanAt(found.startNs() - 1);
        }
        return found;
    }

    private SessionSpan named(LocalDate date) {
        long noonNs = date.atTime(NOON, 0).atZone(NewYorkCalendar.NEW_YORK).toEpochSecond() * NS_PER_S;
        SessionSpan found = calendar.spanAt(noonNs);
        if (found.session() != MarketSession.REGULAR) {
            throw new IllegalArgumentException(
                    "tickstock.feed.synthetic.trade-date must be a trading day, was " + date);
        }
        return found;
    }
}
