package org.tickstock.engine.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where formulas leave something open, and what is worked out by hand. */
class IndicatorEdgeTest {

    @Test
    void strengthIs50WhenThePriceStandsStillAnd100WithoutLossesAnd0WithoutGains() {
        assertThat(after(new Rsi(), i -> 10).value()).isEqualTo(50);
        assertThat(after(new Rsi(), i -> 10 + i).value()).isEqualTo(100);
        assertThat(after(new Rsi(), i -> 100 - i).value()).isZero();
    }

    @Test
    void aPriceThatStandsStillHasNoWidthNoTrendAndNoPlace() {
        BollingerBands bands = after(new BollingerBands(), i -> 10);
        Adx adx = after(new Adx(), i -> 10);

        assertThat(bands.value()).isEqualTo(0.5);
        assertThat(bands.bandwidth()).isZero();
        assertThat(adx.value()).isZero();
        assertThat(adx.plusDi()).isZero();
        assertThat(after(new Stochastic(), i -> 10).value()).isEqualTo(50);
        assertThat(after(new Atr(), i -> 10).value()).isZero();
    }

    @Test
    void smallWidthsDoNotDrownInLargePrices() {
        BollingerBands bands = after(new BollingerBands(), i -> 700_000 + i % 2 * 0.01);

        assertThat(bands.upper() - bands.middle()).isCloseTo(2 * 0.005 * Math.sqrt(20.0 / 19), within(1e-8));
    }

    @Test
    void averagesDoNotDriftOverAMillionBars() {
        Sma average = new Sma(3);
        for (int i = 0; i < 1_000_000; i++) {
            average.add(BarTape.flat(0.1 + i % 7 * 1_000_000));
        }
        List.of(0.1, 0.2, 0.3).forEach(price -> average.add(BarTape.flat(price)));

        assertThat(average.value()).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void volumeIsComparedWithTheBarsBeforeAlone() {
        RelativeVolume volume = new RelativeVolume(2);
        volume.add(bar(10, 100));
        volume.add(bar(10, 300));
        volume.add(bar(10, 1_000));

        assertThat(volume.mean()).isEqualTo(200);
        assertThat(volume.value()).isEqualTo(5);
    }

    @Test
    void volumeWithoutAnyBeforeIsNoRatio() {
        RelativeVolume volume = new RelativeVolume(1);
        volume.add(bar(10, 0));
        volume.add(bar(10, 100));

        assertThat(volume.isReady()).isTrue();
        assertThat(volume.value()).isNaN();
    }

    @Test
    void weightsByVolumeAndBeginsAnewWithTheDay() {
        Vwap vwap = new Vwap();
        vwap.add(bar(10, 100));
        vwap.add(bar(13, 200));

        assertThat(vwap.value()).isCloseTo(12, within(1e-12));
        assertThat(vwap.deviation()).isCloseTo(Math.sqrt(2), within(1e-12));

        vwap.beginDay();
        assertThat(vwap.value()).isNaN();
        vwap.add(bar(20, 0));
        assertThat(vwap.isReady()).isFalse();
        vwap.add(bar(20, 5));
        assertThat(vwap.value()).isEqualTo(20);
    }

    @Test
    void levelsFollowFromTheDayBefore() {
        Pivots levels = Pivots.after(new PriceBar(10, 12, 9, 12, 100));

        assertThat(levels.pivot()).isEqualTo(11);
        assertThat(List.of(levels.resistance(1), levels.resistance(2), levels.resistance(3)))
                .containsExactly(13.0, 14.0, 16.0);
        assertThat(List.of(levels.support(1), levels.support(2), levels.support(3))).containsExactly(10.0, 8.0, 7.0);
        assertThat(levels.fibonacciResistance(1)).isCloseTo(12.146, within(1e-9));
        assertThat(levels.fibonacciSupport(3)).isCloseTo(8, within(1e-9));
        assertThatThrownBy(() -> levels.support(4)).hasMessage("a level must be 1 to 3, was 4");
    }

    @ParameterizedTest
    @CsvSource({"10, 9, 8, 8.5, 1", "10, 11, 10.5, 11, 1", "10, 11, 9, 12, 1", "10, 11, 0, 10, 1", "10, 11, 9, 10, -1",
        "NaN, 11, 9, 10, 1", "10, Infinity, 9, 10, 1", "10, 11, 9, 10, NaN"})
    void refusesABarThatCannotBe(double open, double high, double low, double close, double volume) {
        assertThatThrownBy(() -> new PriceBar(open, high, low, close, volume))
                .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("a bar must have 0 < low");
    }

    @Test
    void refusesPeriodsThatCannotBe() {
        assertThatThrownBy(() -> new Sma(0)).hasMessage("period must be >= 1 bars, was 0");
        assertThatThrownBy(() -> new Macd(26, 26, 9)).hasMessageContaining("fast period must be below the slow one");
        assertThatThrownBy(() -> new BollingerBands(1, 2)).hasMessage("a deviation must be of 2 values or more, was 1");
    }

    private static <I extends Indicator> I after(I indicator, IntToDoubleFunction price) {
        IntStream.range(0, 60).mapToDouble(price).mapToObj(BarTape::flat).forEach(indicator::add);
        return indicator;
    }

    private static PriceBar bar(double price, double volume) {
        return new PriceBar(price, price, price, price, volume);
    }
}
