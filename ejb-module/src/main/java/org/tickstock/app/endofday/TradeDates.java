package org.tickstock.app.endofday;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.tickstock.engine.feed.FeedStatus;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SessionCalendar;
import org.tickstock.engine.market.SessionSpan;

/**
 * The trade dates of the exchange, as its calendar has them, and when each is over.
 *
 * <p>Thread: immutable; may be shared.
 */
final class TradeDates {

    /** In the regular session of every trading day, shortened ones included. */
    private static final LocalTime IN_SESSION = LocalTime.of(11, 0);
    private static final long NS_PER_S = 1_000_000_000L;
    private static final int LONGEST_PAUSE_DAYS = 15;

    private final SessionCalendar calendar;
    private final long delayNs;

    TradeDates(SessionCalendar calendar, int delayMinutes) {
        this.calendar = calendar;
        this.delayNs = delayMinutes * 60 * NS_PER_S;
    }

    /** The newest trade dates that were over for long enough at this moment, newest first. */
    List<LocalDate> over(long nowNs, int most) {
        LocalDate today = LocalDate.ofInstant(Instant.ofEpochSecond(0, nowNs), NewYorkCalendar.NEW_YORK);
        SessionSpan ofToday = regular(today);
        boolean isTodayOver = ofToday != null && ofToday.endNs() + delayNs <= nowNs;
        return before(isTodayOver ? today.plusDays(1) : today, most);
    }

    /** The trade dates before a day, newest first. */
    List<LocalDate> before(LocalDate day, int most) {
        List<LocalDate> found = new ArrayList<>();
        LocalDate at = day.minusDays(1);
        for (int idle = 0; found.size() < most && idle < LONGEST_PAUSE_DAYS; at = at.minusDays(1)) {
            boolean isTraded = regular(at) != null;
            idle = isTraded ? 0 : idle + 1;
            if (isTraded) {
                found.add(at);
            }
        }
        return found;
    }

    /** How late it is in a market that is replayed or invented: at the end of a tape its day is over. */
    long heardNs(long feedNs, FeedStatus.State state) {
        if (feedNs <= 0 || state != FeedStatus.State.FINISHED) {
            return feedNs;
        }
        SessionSpan regular = regular(LocalDate.ofEpochDay(calendar.spanAt(feedNs).tradeDay()));
        return regular == null ? feedNs : Math.max(feedNs, regular.endNs() + delayNs);
    }

    private SessionSpan regular(LocalDate day) {
        long noonNs = day.atTime(IN_SESSION).atZone(NewYorkCalendar.NEW_YORK).toEpochSecond() * NS_PER_S;
        SessionSpan span = calendar.spanAt(noonNs);
        return span.session() == MarketSession.REGULAR ? span : null;
    }
}
