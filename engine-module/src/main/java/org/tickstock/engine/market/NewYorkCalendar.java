package org.tickstock.engine.market;

import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows the sessions of the US stock market: before, during and after the New York Stock Exchange's hours.
 *
 * <p>A closed stretch runs from the end of one trading day's after-hours to the next one's first pre-market nanosecond
 * and carries the trade date that has just ended, so that trade date and session never go back as time goes on.
 * Times before 1971 or after 2261 are closed.
 * <p>Thread: immutable but for a cache; may be shared.
 * <p>Source: market rules, section 3; offsets from UTC by the JDK's IANA data.
 */
public final class NewYorkCalendar implements SessionCalendar {

    /** The exchange's time zone. */
    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static final LocalTime PRE_START = LocalTime.of(4, 0);
    private static final LocalTime REGULAR_START = LocalTime.of(9, 30);
    private static final int AFTER_HOURS = 4;
    private static final long NS_PER_S = 1_000_000_000L;
    private static final long NS_PER_DAY = 86_400 * NS_PER_S;
    private static final int MAX_CACHED_DAYS = 4096;
    private static final LocalDate FIRST_DAY = LocalDate.of(1971, 1, 4);
    private static final LocalDate LAST_DAY = LocalDate.of(2261, 12, 30);

    private final ExchangeDays days;
    private final SessionSpan beforeAll;
    private final SessionSpan afterAll;
    private final ConcurrentHashMap<Long, List<SessionSpan>> spansByUtcDay = new ConcurrentHashMap<>();
    private volatile SessionSpan newest;

    /** The calendar with the exceptional days that come with the engine. */
    public NewYorkCalendar() {
        this(ExchangeDays.shipped());
    }

    private NewYorkCalendar(ExchangeDays days) {
        this.days = days;
        this.beforeAll = new SessionSpan((int) FIRST_DAY.toEpochDay() - 1, MarketSession.CLOSED,
                Long.MIN_VALUE, nsAt(FIRST_DAY, PRE_START));
        this.afterAll = new SessionSpan((int) LAST_DAY.toEpochDay(), MarketSession.CLOSED,
                nsAt(LAST_DAY, afterEndOf(LAST_DAY)), Long.MAX_VALUE);
        this.newest = beforeAll;
    }

    /** The calendar with other exceptional days: lines of kind, date, close and reason as in the shipped file. */
    public static NewYorkCalendar withExceptions(Reader data) throws IOException {
        return new NewYorkCalendar(ExchangeDays.read(data));
    }

    @Override
    public SessionSpan spanAt(long tsNs) {
        SessionSpan recent = newest;
        if (recent.contains(tsNs)) {
            return recent;
        }
        SessionSpan found = find(tsNs);
        newest = found;
        return found;
    }

    /** Whether the exchange opens on {@code date}. */
    public boolean isTradingDay(LocalDate date) {
        return days.isTradingDay(date);
    }

    /** The first trading day after {@code date}. */
    public LocalDate nextTradingDay(LocalDate date) {
        LocalDate next = date.plusDays(1);
        while (!days.isTradingDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** The last trading day before {@code date}. */
    public LocalDate previousTradingDay(LocalDate date) {
        LocalDate previous = date.minusDays(1);
        while (!days.isTradingDay(previous)) {
            previous = previous.minusDays(1);
        }
        return previous;
    }

    private SessionSpan find(long tsNs) {
        if (tsNs < beforeAll.endNs()) {
            return beforeAll;
        }
        if (tsNs >= afterAll.startNs()) {
            return afterAll;
        }
        if (spansByUtcDay.size() > MAX_CACHED_DAYS) {
            spansByUtcDay.clear();
        }
        for (SessionSpan span : spansByUtcDay.computeIfAbsent(Math.floorDiv(tsNs, NS_PER_DAY), this::spansOf)) {
            if (span.contains(tsNs)) {
                return span;
            }
        }
        throw new IllegalStateException("sessions of a day must leave no hole, was at " + tsNs);
    }

    /** Every span that touches the UTC day. */
    private List<SessionSpan> spansOf(long utcDay) {
        long fromNs = utcDay * NS_PER_DAY;
        LocalDate day = Instant.ofEpochSecond(fromNs / NS_PER_S).atZone(NEW_YORK).toLocalDate();
        if (!days.isTradingDay(day) || fromNs < nsAt(day, PRE_START)) {
            day = previousTradingDay(day);
        }
        List<SessionSpan> spans = new ArrayList<>();
        long coveredNs = fromNs;
        while (coveredNs < fromNs + NS_PER_DAY) {
            addDay(day, spans);
            coveredNs = spans.get(spans.size() - 1).endNs();
            day = nextTradingDay(day);
        }
        return List.copyOf(spans);
    }

    /** From a trading day's first pre-market nanosecond to the next one's. */
    private void addDay(LocalDate day, List<SessionSpan> spans) {
        int tradeDay = (int) day.toEpochDay();
        long openNs = nsAt(day, REGULAR_START);
        long closeNs = nsAt(day, days.closeOf(day));
        long endNs = nsAt(day, afterEndOf(day));
        spans.add(new SessionSpan(tradeDay, MarketSession.PRE, nsAt(day, PRE_START), openNs));
        spans.add(new SessionSpan(tradeDay, MarketSession.REGULAR, openNs, closeNs));
        spans.add(new SessionSpan(tradeDay, MarketSession.AFTER, closeNs, endNs));
        spans.add(new SessionSpan(tradeDay, MarketSession.CLOSED, endNs, nsAt(nextTradingDay(day), PRE_START)));
    }

    private LocalTime afterEndOf(LocalDate day) {
        return days.closeOf(day).plusHours(AFTER_HOURS);
    }

    private static long nsAt(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(NEW_YORK).toEpochSecond() * NS_PER_S;
    }
}
