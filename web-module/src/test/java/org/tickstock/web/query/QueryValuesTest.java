package org.tickstock.web.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickstock.web.problem.RefusedException;

class QueryValuesTest {

    @Test
    void readsTimesInBothForms() {
        assertThat(QueryValues.time("from", "2013-10-08T13:30:00Z")).isEqualTo(Instant.parse("2013-10-08T13:30:00Z"));
        assertThat(QueryValues.time("from", "1381239000000")).isEqualTo(Instant.parse("2013-10-08T13:30:00Z"));
        assertThat(QueryValues.time("from", null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"noon", "99999999999999999999", "9999999999999999", "", "+300000-01-01T00:00:00Z"})
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> QueryValues.time("from", text)).isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("from must be a time like");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "x", "-1", ""})
    void refusesALimitOutOfRange(String text) {
        assertThatThrownBy(() -> QueryValues.number("limit", text, 500, 1_000)).isInstanceOf(RefusedException.class)
                .hasMessage("limit must be 1 to 1000, was " + text);
    }

    @Test
    void refusesAnAbsentTicker() {
        assertThatThrownBy(() -> QueryValues.ticker("symbol", null))
                .hasMessage("symbol must be a ticker in capitals, was absent");
        assertThat(QueryValues.number("limit", null, 500, 1_000)).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "1.5", "NaN", "x", ""})
    void refusesADecimalOutOfRange(String text) {
        assertThat(QueryValues.decimal("threshold", "0.25", 0, 0, 1)).isEqualTo(0.25);
        assertThatThrownBy(() -> QueryValues.decimal("threshold", text, 0, 0, 1))
                .hasMessage("threshold must be 0 to 1, was " + text);
    }

    @Test
    void refusesAnEndlessAmount() {
        assertThatThrownBy(() -> QueryValues.decimal("min_price", "Infinity", 0, 0, Double.POSITIVE_INFINITY))
                .hasMessage("min_price must be a number from 0, was Infinity");
    }

    @Test
    void readsOneOfSomeByItsNameAndNamesThemAllWhereItIsNone() {
        Boolean[] both = {true, false};

        assertThat(QueryValues.oneOf("on", "true", false, both, String::valueOf)).isTrue();
        assertThat(QueryValues.oneOf("on", null, false, both, String::valueOf)).isFalse();
        assertThatThrownBy(() -> QueryValues.oneOf("on", "yes", false, both, String::valueOf))
                .hasMessage("on must be one of true, false, was yes");
    }
}
