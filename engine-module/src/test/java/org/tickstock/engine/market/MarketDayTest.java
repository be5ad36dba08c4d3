package org.tickstock.engine.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketDayTest {

    private final NewYorkCalendar calendar = new NewYorkCalendar();

    @ParameterizedTest
    @CsvSource({
        "2013-10-08T07:00:00Z, CLOSED, 2013-10-08T13:30:00Z, 2013-10-08T20:00:00Z, 2013-10-08T13:30:00Z",
        "2013-10-08T12:00:00Z, PRE,    2013-10-08T13:30:00Z, 2013-10-08T20:00:00Z, 2013-10-08T13:30:00Z",
        "2013-10-08T15:00:00Z, REGULAR,2013-10-08T13:30:00Z, 2013-10-08T20:00:00Z, 2013-10-09T13:30:00Z",
        "2013-10-08T21:00:00Z, AFTER,  2013-10-08T13:30:00Z, 2013-10-08T20:00:00Z, 2013-10-09T13:30:00Z",
        "2013-10-09T02:00:00Z, CLOSED, 2013-10-08T13:30:00Z, 2013-10-08T20:00:00Z, 2013-10-09T13:30:00Z"})
    void saysWhenTheDayOpensAndClosesAndWhenTheNextOneBegins(
            Instant at, MarketSession session, Instant opens, Instant closes, Instant next) {
        MarketDay day = MarketDay.at(calendar, ns(at));

        assertThat(day.span().session()).isEqualTo(session);
        assertThat(day.date()).isEqualTo(LocalDate.of(2013, 10, 8));
        assertThat(day.isTradingDay()).isTrue();
        assertThat(day.isHalfDay()).isFalse();
        assertThat(day.regular().startNs()).isEqualTo(ns(opens));
        assertThat(day.regular().endNs()).isEqualTo(ns(closes));
        assertThat(day.next().startNs()).isEqualTo(ns(next));
    }

    @Test
    void knowsNoHoursOfASaturdayButTheNextOpening() {
        MarketDay day = MarketDay.at(calendar, ns(Instant.parse("2013-10-12T15:00:00Z")));

        assertThat(day.isTradingDay()).isFalse();
        assertThat(day.isHalfDay()).isFalse();
        assertThat(day.regular()).isNull();
        assertThat(day.next().startNs()).isEqualTo(ns(Instant.parse("2013-10-14T13:30:00Z")));
    }

    @Test
    void closesEarlyOnAHalfDay() {
        MarketDay day = MarketDay.at(calendar, ns(Instant.parse("2025-11-28T16:00:00Z")));

        assertThat(day.isHalfDay()).isTrue();
        assertThat(day.regular().endNs()).isEqualTo(ns(Instant.parse("2025-11-28T18:00:00Z")));
    }

    private static long ns(Instant at) {
        return at.getEpochSecond() * 1_000_000_000L;
    }
}
