package org.tickstock.app.emit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CycleTimesTest {

    private final CycleTimes times = new CycleTimes();

    @Test
    void isZeroBeforeTheFirstCycle() {
        assertThat(times.quantileNs(0.99)).isZero();
    }

    @Test
    void tellsTheRankAndNothingInBetween() {
        for (int ms = 100; ms >= 1; ms--) {
            times.add(ms);
        }

        assertThat(times.quantileNs(0.5)).isEqualTo(50);
        assertThat(times.quantileNs(0.99)).isEqualTo(99);
        assertThat(times.quantileNs(1)).isEqualTo(100);
    }

    @Test
    void forgetsWhatIsOlderThanFiveMinutes() {
        times.add(1_000_000);
        for (int cycle = 0; cycle < 300; cycle++) {
            times.add(7);
        }

        assertThat(times.quantileNs(1)).isEqualTo(7);
    }
}
