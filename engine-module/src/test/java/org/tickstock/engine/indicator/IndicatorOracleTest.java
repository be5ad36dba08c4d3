package org.tickstock.engine.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.indicators.EMAIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNum;

/** Every indicator beside those of TA-Lib and ta4j, bar by bar from the first value on. */
class IndicatorOracleTest {

    private static final double TINY = 1e-7;
    private static final int BARS = 2_000;

    private final List<PriceBar> bars = BarTape.walk(20131008, BARS);
    private final double[] highs = column(PriceBar::high);
    private final double[] lows = column(PriceBar::low);
    private final double[] closes = column(PriceBar::close);
    private final Core lib = new Core();
    private final MInteger begin = new MInteger();
    private final MInteger count = new MInteger();

    @Test
    void agreesOnTheSimpleAverage() {
        double[] theirs = new double[BARS];
        check(lib.sma(0, BARS - 1, closes, 50, begin, count, theirs));

        assertAgrees(new Sma(50), Indicator::value, theirs);
    }

    @Test
    void agreesOnTheRelativeStrength() {
        double[] theirs = new double[BARS];
        check(lib.rsi(0, BARS - 1, closes, 14, begin, count, theirs));

        assertAgrees(new Rsi(), Indicator::value, theirs);
    }

    @Test
    void agreesOnBands() {
        double[] upper = new double[BARS];
        double[] middle = new double[BARS];
        double[] lower = new double[BARS];
        // Theirs is the deviation of a population, ours of a sample.
        double sample = 2 * Math.sqrt(20.0 / 19);
        check(lib.bbands(0, BARS - 1, closes, 20, sample, sample, MAType.Sma, begin, count, upper, middle, lower));

        assertAgrees(new BollingerBands(), BollingerBands::upper, upper);
        assertAgrees(new BollingerBands(), BollingerBands::middle, middle);
        assertAgrees(new BollingerBands(), BollingerBands::lower, lower);
    }

    @Test
    void agreesOnTheTrueRange() {
        double[] theirs = new double[BARS];
        check(lib.atr(0, BARS - 1, highs, lows, closes, 14, begin, count, theirs));

        assertAgrees(new Atr(), Indicator::value, theirs);
    }

    @Test
    void agreesOnDirections() {
        double[] theirs = new double[BARS];
        check(lib.adx(0, BARS - 1, highs, lows, closes, 14, begin, count, theirs));
        assertAgrees(new Adx(), Indicator::value, theirs);

        check(lib.plusDI(0, BARS - 1, highs, lows, closes, 14, begin, count, theirs));
        assertAgrees(new Adx(), Adx::plusDi, theirs);

        check(lib.minusDI(0, BARS - 1, highs, lows, closes, 14, begin, count, theirs));
        assertAgrees(new Adx(), Adx::minusDi, theirs);
    }

    @Test
    void agreesOnTheStochasticOscillator() {
        double[] fast = new double[BARS];
        double[] slow = new double[BARS];
        check(lib.stochF(0, BARS - 1, highs, lows, closes, 14, 3, MAType.Sma, begin, count, fast, slow));

        assertAgrees(new Stochastic(), Indicator::value, fast);
        assertAgrees(new Stochastic(), Stochastic::slow, slow);
    }

    @Test
    void agreesOnExponentialAveragesThatBeginWithTheFirstClose() {
        ClosePriceIndicator close = new ClosePriceIndicator(series());
        EMAIndicator average = new EMAIndicator(close, 26);
        MACDIndicator line = new MACDIndicator(close, 12, 26);
        EMAIndicator signal = new EMAIndicator(line, 9);
        Ema ema = new Ema(26);
        Macd macd = new Macd();

        for (int bar = 0; bar < BARS; bar++) {
            ema.add(bars.get(bar));
            macd.add(bars.get(bar));
            if (ema.isReady()) {
                assertThat(ema.value()).isCloseTo(average.getValue(bar).doubleValue(), within(TINY));
            }
            if (macd.isReady()) {
                double theirs = line.getValue(bar).doubleValue();
                assertThat(macd.value()).isCloseTo(theirs, within(TINY));
                assertThat(macd.signal()).isCloseTo(signal.getValue(bar).doubleValue(), within(TINY));
                assertThat(macd.histogram()).isCloseTo(theirs - signal.getValue(bar).doubleValue(), within(TINY));
            }
        }
    }

    private <I extends Indicator> void assertAgrees(I ours, ToDoubleFunction<I> figure, double[] theirs) {
        int compared = 0;
        for (int bar = 0; bar < BARS; bar++) {
            ours.add(bars.get(bar));
            if (ours.isReady()) {
                assertThat(bar).isGreaterThanOrEqualTo(begin.value);
                assertThat(figure.applyAsDouble(ours)).as("bar %d", bar)
                        .isCloseTo(theirs[bar - begin.value], within(TINY));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(BARS - ours.barsNeeded() + 1);
    }

    private BarSeries series() {
        BarSeries series = new BaseBarSeriesBuilder().withNumTypeOf(DoubleNum.class).build();
        ZonedDateTime first = ZonedDateTime.of(2013, 10, 8, 0, 0, 0, 0, ZoneOffset.UTC);
        for (int bar = 0; bar < BARS; bar++) {
            PriceBar each = bars.get(bar);
            series.addBar(first.plusMinutes(bar), each.open(), each.high(), each.low(), each.close(), each.volume());
        }
        return series;
    }

    private double[] column(ToDoubleFunction<PriceBar> value) {
        return bars.stream().mapToDouble(value).toArray();
    }

    private static void check(RetCode code) {
        assertThat(code).isEqualTo(RetCode.Success);
    }
}
