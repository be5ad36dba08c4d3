package org.tickstock.app.history;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SessionCalendar;

/**
 * On which days the exchange was open, as far as its rules are known: every day before 1998 might have been one.
 *
 * <p>Thread: one import's.
 */
final class TradingDays {

    private static final LocalDate RULES_FROM = LocalDate.of(1998, 1, 1);
    private static final int IN_SESSION = 12;
    private static final long NS_PER_S = 1_000_000_000L;

    private final SessionCalendar calendar;
    private final Map<LocalDate, Boolean> known = new HashMap<>();

    TradingDays(SessionCalendar calendar) {
        this.calendar = calendar;
    }

    boolean isOpen(LocalDate day) {
        return day.isBefore(RULES_FROM) || known.computeIfAbsent(day, this::ask);
    }

    /** Trading days after one day and before another; 0 where the rules are not known. */
    int between(LocalDate after, LocalDate before) {
        int days = 0;
        for (LocalDate day = after.plusDays(1); day.isBefore(before); day = day.plusDays(1)) {
            days += !day.isBefore(RULES_FROM) && isOpen(day) ? 1 : 0;
        }
        return days;
    }

    private boolean ask(LocalDate day) {
        long noonNs = day.atTime(IN_SESSION, 0).atZone(NewYorkCalendar.NEW_YORK).toEpochSecond() * NS_PER_S;
        return calendar.spanAt(noonNs).session() == MarketSession.REGULAR;
    }
}
