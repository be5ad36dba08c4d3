package org.tickstock.engine.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tickstock.engine.market.MarketSession.AFTER;
import static org.tickstock.engine.market.MarketSession.CLOSED;
import static org.tickstock.engine.market.MarketSession.PRE;
import static org.tickstock.engine.market.MarketSession.REGULAR;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewYorkCalendarTest {

    private static final long NS_PER_HOUR = 3_600_000_000_000L;

    private final NewYorkCalendar calendar = new NewYorkCalendar();

    @Test
    void changesSessionExactlyAtTheBoundary() {
        assertBoundary("2026-06-10T04:00", CLOSED, PRE);
        assertBoundary("2026-06-10T09:30", PRE, REGULAR);
        assertBoundary("2026-06-10T16:00", REGULAR, AFTER);
        assertBoundary("2026-06-10T20:00", AFTER, CLOSED);
    }

    @Test
    void endsHalfDayAtOneAndItsAfterHoursAtFive() {
        assertBoundary("2026-11-27T09:30", PRE, REGULAR);
        assertBoundary("2026-11-27T13:00", REGULAR, AFTER);
        assertBoundary("2026-11-27T17:00", AFTER, CLOSED);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-06,-5", "2026-03-09,-4", "2026-10-30,-4", "2026-11-02,-5", "2013-10-08,-4"})
    void opensAtHalfPastNineNewYorkWhateverTheOffset(LocalDate date, int offsetHours) {
        long openUtcNs = Instant.parse(date + "T09:30:00Z").getEpochSecond() * 1_000_000_000L;

        SessionSpan span = calendar.spanAt(openUtcNs - offsetHours * NS_PER_HOUR);

        assertThat(span.session()).isEqualTo(REGULAR);
        assertThat(span.startNs()).isEqualTo(openUtcNs - offsetHours * NS_PER_HOUR);
        assertThat(span.tradeDay()).isEqualTo((int) date.toEpochDay());
    }

    @Test
    void closesOneHourLessOverTheWeekendWhenClocksGoForward() {
        SessionSpan plain = calendar.spanAt(nsAt("2026-02-28T12:00"));
        SessionSpan springForward = calendar.spanAt(nsAt("2026-03-07T12:00"));
        SessionSpan fallBack = calendar.spanAt(nsAt("2026-10-31T12:00"));

        assertThat(plain.endNs() - plain.startNs()).isEqualTo(56 * NS_PER_HOUR);
        assertThat(springForward.endNs() - springForward.startNs()).isEqualTo(55 * NS_PER_HOUR);
        assertThat(fallBack.endNs() - fallBack.startNs()).isEqualTo(57 * NS_PER_HOUR);
    }

    @Test
    void keepsTradeDateOfTheEndedDayWhileClosed() {
        SessionSpan weekend = calendar.spanAt(nsAt("2026-06-13T12:00"));

        assertThat(weekend.session()).isEqualTo(CLOSED);
        assertThat(LocalDate.ofEpochDay(weekend.tradeDay())).isEqualTo("2026-06-12");
        assertThat(weekend.startNs()).isEqualTo(nsAt("2026-06-12T20:00"));
        assertThat(weekend.endNs()).isEqualTo(nsAt("2026-06-15T04:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "2026-01-01", "2026-01-19", "2026-02-16", "2026-04-03", "2026-05-25", "2026-06-19", "2026-07-03", "2026-09-07",
        "2026-11-26", "2026-12-25", "2027-06-18", "2027-07-05", "2027-12-24", "2022-06-20", "2022-12-26", "2023-01-02",
        "2021-04-02", "2024-03-29", "2001-09-11", "2001-09-14", "2004-06-11", "2007-01-02", "2012-10-29", "2012-10-30",
        "2018-12-05", "2025-01-09", "2026-06-13"})
    void closesOnHolidaysObservedDaysAndAdHocClosures(LocalDate date) {
        assertThat(calendar.isTradingDay(date)).isFalse();
        assertThat(calendar.spanAt(nsAt(date + "T12:00")).session()).isEqualTo(CLOSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "2026-10-12", "2026-11-11", "2021-06-18", "2021-06-21", "2021-12-31", "2010-12-31", "2012-10-31", "2001-09-17",
        "2026-07-02", "2026-12-24", "2013-10-08", "2022-12-23", "2020-12-31"})
    void opensOnDaysThatOnlyLookLikeHolidays(LocalDate date) {
        assertThat(calendar.spanAt(nsAt(date + "T12:00")).session()).isEqualTo(REGULAR);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27,13", "2026-12-24,13", "2025-07-03,13", "2024-07-03,13", "2023-07-03,13", "2017-07-03,13",
        "2026-07-02,16", "2022-12-23,16", "2002-07-03,16", "2002-07-05,13", "2003-12-26,13", "2021-11-26,13"})
    void closesEarlyOnHalfDaysOnly(LocalDate date, int closeHour) {
        SessionSpan regular = calendar.spanAt(nsAt(date + "T12:00"));

        assertThat(regular.endNs()).isEqualTo(nsAt(date + "T%02d:00".formatted(closeHour)));
    }

    @Test
    void leavesNoHoleAndNeverGoesBackOverThirtyYears() {
        SessionSpan span = calendar.spanAt(nsAt("1998-01-05T12:00"));
        long key = 0;

        while (span.endNs() < nsAt("2028-01-01T00:00")) {
            SessionSpan next = calendar.spanAt(span.endNs());
            assertThat(next.startNs()).isEqualTo(span.endNs());
            assertThat(calendar.spanAt(next.endNs() - 1)).isEqualTo(next);
            long nextKey = next.tradeDay() * 4L + next.session().ordinal();
            assertThat(nextKey).isGreaterThan(key);
            key = nextKey;
            span = next;
        }
    }

    @Test
    void answersClosedAtTheEndsOfTime() {
        assertThat(calendar.spanAt(Long.MIN_VALUE).session()).isEqualTo(CLOSED);
        assertThat(calendar.spanAt(0).session()).isEqualTo(CLOSED);
        assertThat(calendar.spanAt(Long.MAX_VALUE - 1).session()).isEqualTo(CLOSED);
    }

    @Test
    void stepsOverHolidaysToTheNextAndPreviousTradingDay() {
        assertThat(calendar.nextTradingDay(LocalDate.parse("2026-07-02"))).isEqualTo("2026-07-06");
        assertThat(calendar.previousTradingDay(LocalDate.parse("2012-10-31"))).isEqualTo("2012-10-26");
    }

    @Test
    void takesExceptionalDaysFromAnotherFile() throws IOException {
        String data = "# kind,date,close,reason\nclosed,2026-06-10,,storm\nhalf,2026-06-11,14:00,repairs\n";

        NewYorkCalendar replaced = NewYorkCalendar.withExceptions(new StringReader(data));

        assertThat(replaced.isTradingDay(LocalDate.parse("2026-06-10"))).isFalse();
        assertThat(replaced.spanAt(nsAt("2026-06-11T12:00")).endNs()).isEqualTo(nsAt("2026-06-11T14:00"));
    }

    @Test
    void refusesUnreadableExceptionalDayWithItsLine() {
        for (String line : List.of("open,2026-06-10,,", "closed,2026-13-10,,", "half,2026-06-10,,", "closed")) {
            assertThatThrownBy(() -> NewYorkCalendar.withExceptions(new StringReader("# head\n" + line)))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("line 2 was '" + line);
        }
    }

    private void assertBoundary(String newYorkTime, MarketSession before, MarketSession after) {
        long ns = nsAt(newYorkTime);
        assertThat(new NewYorkCalendar().spanAt(ns - 1).session()).isEqualTo(before);
        assertThat(new NewYorkCalendar().spanAt(ns).session()).isEqualTo(after);
        assertThat(calendar.spanAt(ns).startNs()).isEqualTo(ns);
        assertThat(calendar.spanAt(ns - 1).endNs()).isEqualTo(ns);
    }

    private static long nsAt(String newYorkTime) {
        return LocalDateTime.parse(newYorkTime).atZone(NewYorkCalendar.NEW_YORK).toEpochSecond() * 1_000_000_000L;
    }
}
