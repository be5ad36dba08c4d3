package org.tickstock.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickstock.engine.event.EventType;
import org.tickstock.web.problem.RefusedException;

class WhyNotResourceTest {

    @ParameterizedTest
    @ValueSource(strings = {"2013-10-08T14:00:05.400Z", "2013-10-08T10:00:05.400-04:00", "1381240805400"})
    void readsAMomentAsTextOrNumber(String at) {
        assertThat(WhyNotResource.millisecondsOf(at)).isEqualTo(1_381_240_805_400L);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "now", "-1", "2013-10-08T14:00:05", "99999999999999999999", "9999999999999"})
    void refusesWhatIsNoMoment(String at) {
        assertThatThrownBy(() -> WhyNotResource.millisecondsOf(at)).isInstanceOf(RefusedException.class);
    }

    @Test
    void knowsFourTypes() {
        assertThat(WhyNotResource.typeOf("surge")).isEqualTo(EventType.SURGE);
        assertThatThrownBy(() -> WhyNotResource.typeOf("pressure")).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> WhyNotResource.typeOf(null)).isInstanceOf(RefusedException.class);
    }
}
