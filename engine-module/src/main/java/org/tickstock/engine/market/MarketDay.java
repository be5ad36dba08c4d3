package org.tickstock.engine.market;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What the clock on the wall of a trading room says: which session holds, and when the next bell rings.
 *
 * <p>Thread: immutable.
 *
 * @param span the session that holds
 * @param date the date in New York
 * @param regular the regular session of that date; null where the exchange stays closed
 * @param next the regular session that begins next
 */
public record MarketDay(SessionSpan span, LocalDate date, SessionSpan regular, SessionSpan next) {

    private static final long FULL_DAY_NS = 23_400_000_000_000L;
    private static final long NS_PER_S = 1_000_000_000L;

    /** The day as it stands at an instant, in nanoseconds since the epoch. */
    public static MarketDay at(SessionCalendar calendar, long tsNs) {
        SessionSpan span = calendar.spanAt(tsNs);
        LocalDate date = Instant.ofEpochSecond(Math.floorDiv(tsNs, NS_PER_S))
                .atZone(NewYorkCalendar.NEW_YORK).toLocalDate();
        SessionSpan next = regularFrom(calendar, calendar.spanAt(span.endNs()));
        SessionSpan last = span;
        while (last.session() != MarketSession.REGULAR) {
            last = calendar.spanAt(last.startNs() - 1);
        }
        SessionSpan regular = null;
        for (SessionSpan each : new SessionSpan[] {last, next}) {
            regular = each.tradeDay() == date.toEpochDay() ? each : regular;
        }
        return new MarketDay(span, date, regular, next);
    }

    private static SessionSpan regularFrom(SessionCalendar calendar, SessionSpan from) {
        SessionSpan found = from;
        while (found.session() != MarketSession.REGULAR) {
            found = calendar.spanAt(found.endNs());
        }
        return found;
    }

    /** Whether the exchange opens on this date. */
    public boolean isTradingDay() {
        return regular != null;
    }

    /** Whether it closes before its usual hour. */
    public boolean isHalfDay() {
        return isTradingDay() && regular.endNs() - regular.startNs() < FULL_DAY_NS;
    }
}
