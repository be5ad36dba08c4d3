package org.tickstock.app.endofday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickstock.engine.feed.FeedStatus;
import org.tickstock.engine.market.NewYorkCalendar;

class TradeDatesTest {

    private final TradeDates dates = new TradeDates(new NewYorkCalendar(), 75);

    // Close at 16:00 New York, 13:00 on 29 November 2013; Thanksgiving is the day before, 26 November 2012 a Monday.
    @ParameterizedTest
    @CsvSource({
        "2013-10-08T21:14:59.999Z, 2013-10-07", "2013-10-08T21:15:00Z, 2013-10-08", "2013-10-09T04:00:00Z, 2013-10-08",
        "2013-11-28T23:00:00Z, 2013-11-27", "2013-11-29T19:14:59Z, 2013-11-27", "2013-11-29T19:15:00Z, 2013-11-29",
        "2013-11-30T23:00:00Z, 2013-11-29", "2013-12-01T23:00:00Z, 2013-11-29", "2013-12-02T22:14:00Z, 2013-11-29"})
    void knowsWhichDayWasOverLast(Instant now, LocalDate day) {
        assertThat(dates.over(nsOf(now), 1)).containsExactly(day);
    }

    @Test
    void goesBackOverHolidaysAndWeekends() {
        assertThat(dates.before(LocalDate.of(2013, 12, 2), 3)).containsExactly(
            LocalDate.of(2013, 11, 29), LocalDate.of(2013, 11, 27), LocalDate.of(2013, 11, 26));
    }

    @Test
    void takesADayOfATapeForOverAtItsEndAlone() {
        long morningNs = nsOf(Instant.parse("2013-11-29T14:00:00Z"));
        long overNs = nsOf(Instant.parse("2013-11-29T19:15:00Z"));
        long nightNs = nsOf(Instant.parse("2013-11-29T22:00:00Z"));

        assertThat(dates.heardNs(0, FeedStatus.State.FINISHED)).isZero();
        assertThat(dates.heardNs(morningNs, FeedStatus.State.LIVE)).isEqualTo(morningNs);
        assertThat(dates.heardNs(morningNs, FeedStatus.State.FINISHED)).isEqualTo(overNs);
        assertThat(dates.heardNs(nightNs, FeedStatus.State.FINISHED)).isEqualTo(nightNs);
        assertThat(dates.over(overNs, 1)).containsExactly(LocalDate.of(2013, 11, 29));
    }

    private static long nsOf(Instant time) {
        return time.toEpochMilli() * 1_000_000;
    }
}
