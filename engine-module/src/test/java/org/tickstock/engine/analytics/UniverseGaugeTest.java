package org.tickstock.engine.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Pipeline, section 10.2, with its worked examples. */
class UniverseGaugeTest {

    private static final long SHARE = 1_000_000L;
    private static final double EXACT = 1e-9;

    private final UniverseGauge gauge = new UniverseGauge(100, 100);
    private long startNs;

    @Test
    void blendsTheNetScoreByThreeTenths() {
        assertThat(add(55, 45, 1).gauge()).isCloseTo(10, within(EXACT));
        assertThat(add(60, 40, 1).gauge()).isCloseTo(13, within(EXACT));
        assertThat(add(50, 50, 1).gauge()).isCloseTo(9.1, within(EXACT));
    }

    @Test
    void blendsTheVerticalScoreFasterTheMoreIsTraded() {
        assertThat(add(55, 45, 1).vertical()).isCloseTo(10, within(EXACT));
        assertThat(add(60, 40, 1).vertical()).isCloseTo(14, within(EXACT));
        GaugeReading third = add(25, 25, 1);

        assertThat(third.vertical()).isCloseTo(9.8, within(EXACT));
        assertThat(third.verticalAlpha()).isCloseTo(0.3, within(EXACT));
        assertThat(third.activityWeight()).isEqualTo(0.5);
        assertThat(third.busiestActivity()).isEqualTo(100);
    }

    @Test
    void blendsTheBuyingShare() {
        assertThat(add(500, 300, 1).buyingPct()).isCloseTo(62.5, within(EXACT));
        assertThat(add(200, 200, 1).buyingPct()).isCloseTo(58.75, within(EXACT));
        assertThat(add(0, 0, 0).window().buyingPct()).isEqualTo(50);
    }

    @Test
    void averagesOverTimeTheNewestWindowIncluded() {
        for (int i = 0; i < 30; i++) {
            add(0, 100, 1);
        }
        for (int i = 0; i < 3; i++) {
            add(300, 0, 1);
        }

        assertThat(gauge.newest().net60()).isEqualTo(0);
        assertThat(gauge.newest().net300()).isCloseTo(-80, within(EXACT));
        assertThat(gauge.newest().activity60()).isEqualTo(200);
        assertThat(gauge.newest().windows()).isEqualTo(33);
    }

    @Test
    void keepsTheRawScoreAndClampsOnlyForDisplay() {
        GaugeReading reading = add(500, 300, 1);

        assertThat(reading.window().netScore()).isEqualTo(25);
        assertThat(reading.clampedNet()).isEqualTo(10);
        assertThat(reading.level()).isEqualTo(ActivityLevel.LOW);
    }

    @Test
    void callsTenMillionSharesHighWhereNothingWasBefore() {
        GaugeReading reading = add(5_200_000, 4_800_000, 1);

        assertThat(reading.window().netScore()).isCloseTo(4, within(EXACT));
        assertThat(reading.level()).isEqualTo(ActivityLevel.HIGH);
    }

    @Test
    void measuresActivityAgainstTheLastFourWindowsAndTheUniversesPartOfTheMarket() {
        List<Long> before = List.of(40_000_000L, 40_000_000L, 40_000_000L, 40_000_000L);

        assertThat(ActivityLevel.of(19_999_999, before, 1)).isEqualTo(ActivityLevel.LOW);
        assertThat(ActivityLevel.of(20_000_000, before, 1)).isEqualTo(ActivityLevel.MODERATE);
        assertThat(ActivityLevel.of(79_999_999, before, 1)).isEqualTo(ActivityLevel.HIGH);
        assertThat(ActivityLevel.of(80_000_000, before, 1)).isEqualTo(ActivityLevel.VERY_HIGH);
        assertThat(ActivityLevel.of(100_000, List.of(), 0.01)).isEqualTo(ActivityLevel.HIGH);
    }

    @Test
    void tellsTheTempoByPrintsAMinuteForEachHundredSymbols() {
        add(1, 0, 5);
        assertThat(gauge.newest().tradesPerMinute()).isEqualTo(30);
        assertThat(gauge.newest().tempo()).isEqualTo(TradeTempo.LOW);

        add(1, 0, 155);
        assertThat(gauge.newest().tradesPerMinute()).isEqualTo(480);
        assertThat(gauge.newest().tempo()).isEqualTo(TradeTempo.EXTREME);
    }

    private GaugeReading add(long buyShares, long sellShares, int trades) {
        startNs += PressureBoard.WINDOW_NS;
        return gauge.add(new WindowSums(startNs, buyShares * SHARE, sellShares * SHARE, trades));
    }
}
