package org.tickstock.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tickstock.engine.state.StageRules.Crossings;

class StageRulesTest {

    private static final Crossings NONE = new Crossings(false, false, false);
    private static final double FAR_BELOW = 1;

    /** Close 110 above 108, 106, 104 and 100. */
    private static Averages stacked(double slope200) {
        return averages(108, 106, 104, 100, slope200);
    }

    private static Averages averages(double ema10, double sma20, double sma50, double sma200, double slope200) {
        return new Averages(ema10, Double.NaN, sma20, sma50, sma200, 0, slope200);
    }

    @Test
    void callsAStackExtendedFromSixAtrOnAndExtendedBullishFromThree() {
        assertThat(stage(110, stacked(0.02), 6, NONE)).isEqualTo(Stage.EXTENDED);
        assertThat(stage(110, stacked(0.02), 5.99, NONE)).isEqualTo(Stage.EXTENDED_BULLISH);
        assertThat(stage(110, stacked(0.02), 3, NONE)).isEqualTo(Stage.EXTENDED_BULLISH);
        assertThat(stage(110, stacked(0.02), 2.99, NONE)).isEqualTo(Stage.BULLISH_TREND);
    }

    @Test
    void wantsEveryAverageInOrderForExtendedBullish() {
        assertThat(stage(110, averages(105, 106, 104, 100, 0.02), 4, NONE)).isEqualTo(Stage.BULLISH_TREND);
    }

    @Test
    void callsAFreshCrossingEarlyBullish() {
        assertThat(stage(110, stacked(-0.02), 1, new Crossings(true, false, false))).isEqualTo(Stage.EARLY_BULLISH);
    }

    @Test
    void callsACrossingOnVolumeAPivotWhileThePriceIsNearAFlatAverage() {
        Crossings pivot = new Crossings(false, true, false);

        assertThat(stage(104.9, averages(103, 102, 98, 100, -0.01), 1, pivot)).isEqualTo(Stage.UPWARD_PIVOT);
        assertThat(stage(105, averages(103, 102, 98, 100, -0.01), 1, pivot)).isEqualTo(Stage.EARLY_BULLISH);
        assertThat(stage(104.9, averages(103, 102, 98, 100, -0.011), 1, pivot)).isEqualTo(Stage.EARLY_BULLISH);
    }

    @Test
    void callsAPriceNearAFlatAverageBasing() {
        assertThat(stage(95, averages(96, 97, 98, 100, 0.009), -1, NONE)).isEqualTo(Stage.BASING);
        assertThat(stage(90, averages(96, 97, 98, 100, -0.009), -1, NONE)).isEqualTo(Stage.BASING);
        assertThat(stage(89.9, averages(96, 97, 98, 100, -0.009), -1, NONE)).isEqualTo(Stage.BEARISH_TREND);
    }

    @Test
    void callsAFallBelowAFasterAverageMeanReversion() {
        assertThat(stage(105, averages(107, 106, 104, 100, -0.02), 1, NONE)).isEqualTo(Stage.MEAN_REVERSION);
        // above all but without a slope nothing holds, and it is above
        assertThat(stage(107, averages(107, 106, 104, 100, Double.NaN), 1, NONE)).isEqualTo(Stage.EARLY_BULLISH);
    }

    @Test
    void callsABrokenLowOrABrokenAverageOnVolumeABreakdown() {
        Averages falling = averages(92, 94, 96, 100, -0.02);

        assertThat(StageRules.of(88, falling, -2, 88.1, NONE)).isEqualTo(Stage.BREAKDOWN_CONFIRMED);
        assertThat(stage(88, falling, -2, new Crossings(false, false, true))).isEqualTo(Stage.BREAKDOWN_CONFIRMED);
        assertThat(stage(88, falling, -2, NONE)).isEqualTo(Stage.BEARISH_TREND);
    }

    @Test
    void callsTheRestBelowEarlyBearish() {
        assertThat(stage(88, averages(86, 87, 85, 100, -0.02), 1, NONE)).isEqualTo(Stage.EARLY_BEARISH);
    }

    @Test
    void saysNothingWithoutALongAverage() {
        assertThat(stage(110, averages(108, 106, 104, Double.NaN, Double.NaN), 9, NONE)).isEqualTo(Stage.INSUFFICIENT);
    }

    private static Stage stage(double close, Averages averages, double extension, Crossings crossings) {
        return StageRules.of(close, averages, extension, FAR_BELOW, crossings);
    }
}
