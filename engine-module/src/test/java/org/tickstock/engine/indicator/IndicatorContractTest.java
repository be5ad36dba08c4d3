package org.tickstock.engine.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every indicator. */
class IndicatorContractTest {

    private static final double TINY = 1e-9;

    static Stream<Arguments> indicators() {
        return Stream.of(
                of("sma", () -> new Sma(20)), of("sma of one", () -> new Sma(1)), of("ema", () -> new Ema(12)),
                of("rsi", Rsi::new), of("macd", Macd::new), of("bollinger", BollingerBands::new), of("atr", Atr::new),
                of("adx", Adx::new), of("stochastic", Stochastic::new), of("volume", RelativeVolume::new),
                of("range", AverageRange::new), of("dollar volume", DollarVolume::new),
                of("highest high", () -> Extreme.highestHigh(50)), of("lowest low", () -> Extreme.lowestLow(50)),
                of("highest close", () -> Extreme.highestClose(20)), of("vwap", Vwap::new));
    }

    private static Arguments of(String name, Supplier<Indicator> indicator) {
        return Arguments.of(name, indicator);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("indicators")
    void isNoNumberUntilItHasTheBarsItNeeds(String name, Supplier<Indicator> made) {
        Indicator indicator = made.get();
        List<PriceBar> bars = BarTape.walk(1, indicator.barsNeeded());

        for (PriceBar bar : bars) {
            assertThat(indicator.isReady()).isFalse();
            assertThat(indicator.value()).isNaN();
            indicator.add(bar);
        }

        assertThat(indicator.isReady()).isTrue();
        assertThat(indicator.value()).isFinite();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("indicators")
    void comesToTheSameHoweverOftenItsBarsWereRevised(String name, Supplier<Indicator> made) {
        Indicator straight = made.get();
        Indicator revised = made.get();
        List<PriceBar> bars = BarTape.walk(2, 400);
        List<PriceBar> others = BarTape.walk(3, 400);

        for (int bar = 0; bar < bars.size(); bar++) {
            straight.add(bars.get(bar));
            revised.add(others.get(bar));
            revised.revise(others.get(bars.size() - 1 - bar));
            revised.revise(bars.get(bar));

            if (straight.isReady()) {
                assertThat(revised.value()).isCloseTo(straight.value(), within(TINY));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("indicators")
    void forgetsHowItWasRevisedWhenTheNextBarComes(String name, Supplier<Indicator> made) {
        Indicator indicator = made.get();
        List<PriceBar> bars = BarTape.walk(4, 200);
        bars.forEach(indicator::add);
        double before = indicator.value();

        indicator.revise(BarTape.walk(5, 1).get(0));
        indicator.revise(bars.get(bars.size() - 1));

        assertThat(indicator.value()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("indicators")
    void refusesToReviseABarThatIsNotThere(String name, Supplier<Indicator> made) {
        assertThatThrownBy(() -> made.get().revise(BarTape.flat(10))).isInstanceOf(IllegalStateException.class)
                .hasMessage("there must be a bar before one can be revised");
    }
}
