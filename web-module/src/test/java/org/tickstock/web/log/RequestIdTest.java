package org.tickstock.web.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {

    @Test
    void keepsTheCallersOwn() {
        try (RequestId id = RequestId.begin("trace-7.a_B")) {
            assertThat(id.value()).isEqualTo("trace-7.a_B").isEqualTo(RequestId.current());
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "a b", "a\nrequest ended status=200", "é", "\"",
        "0123456789012345678901234567890123456789012345678901234567890123x"})
    void makesOneWhereTheCallersCouldNotBeLogged(String proposed) {
        try (RequestId id = RequestId.begin(proposed)) {
            assertThat(id.value()).matches("[0-9a-f-]{36}");
        }
    }

    @Test
    void isTheSameForWhatTheRequestLeadsToAndGoneAfterwards() {
        try (RequestId outer = RequestId.begin("a")) {
            try (RequestId inner = RequestId.begin("b")) {
                assertThat(inner.value()).isEqualTo("a");
            }
            assertThat(RequestId.current()).isEqualTo("a").isEqualTo(outer.value());
        }

        assertThat(RequestId.current()).isNotEqualTo("a");
    }
}
