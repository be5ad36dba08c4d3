package org.tickstock.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.state.ThresholdBars.Segment;

class ThresholdBarsTest {

    @Test
    void putsChangesIntoFourPartsWithTheThresholdOnTheOuterSideOfRises() {
        ThresholdBars bars = ThresholdBars.diverging(new double[] {-0.03, -0.02, -0.001, 0.019, 0.02, 0.5}, 0.02);

        assertThat(bars.segments()).extracting(Segment::count).containsExactly(1, 2, 1, 2);
        assertThat(bars.symbolCount()).isEqualTo(6);
    }

    @Test
    void sharesSumToOneHundredByTheLargestRemainder() {
        // a third each is 33.33 and a hundredth is left: the first of equal remainders gets it
        ThresholdBars bars = ThresholdBars.diverging(new double[] {-0.5, -0.01, 0.01}, 0.1);

        assertThat(bars.segments()).extracting(Segment::pct).containsExactly(33.34, 33.33, 33.33, 0.0);
    }

    @Test
    void splitsWhatDidNotMoveBetweenBothSides() {
        ThresholdBars bars = ThresholdBars.diverging(new double[] {0, 0, 0, 0.5}, 0.1);

        // one and a half of four each
        assertThat(bars.segments()).extracting(Segment::pct).containsExactly(0.0, 37.5, 37.5, 25.0);
        assertThat(bars.segments()).extracting(Segment::count).containsExactly(0, 0, 0, 1);
        assertThat(bars.unchanged()).isEqualTo(3);
        assertThat(ThresholdBars.simple(new double[] {0, 0, 0, 0.5}).segments()).extracting(Segment::pct)
                .containsExactly(37.5, 62.5);
    }

    @Test
    void alwaysSumsToOneHundred() {
        Random random = new Random(7);
        for (int symbols = 1; symbols < 300; symbols++) {
            double[] changes = random.doubles(symbols, -0.1, 0.1).map(x -> Math.abs(x) < 0.01 ? 0 : x).toArray();

            long hundredths = ThresholdBars.diverging(changes, 0.05).segments().stream()
                    .mapToLong(segment -> Math.round(segment.pct() * 100)).sum();

            assertThat(hundredths).isEqualTo(10_000);
        }
    }

    @Test
    void knowsNoShareWithoutSymbols() {
        ThresholdBars bars = ThresholdBars.diverging(new double[] {Double.NaN}, 0.1);

        assertThat(bars.symbolCount()).isZero();
        assertThat(bars.segments()).extracting(Segment::pct).containsOnly(Double.NaN);
    }

    @Test
    void refusesAThresholdThatIsNoShare() {
        assertThatThrownBy(() -> ThresholdBars.diverging(new double[0], 1.5))
                .hasMessage("threshold must be 0 to 1, was 1.5");
    }

    @Test
    void worksWithFiveDailyBarsAndItsDefaults() {
        UniverseState universe = new TinyMarket().symbol("UP", 10, 10, 10, 10, 10.3).symbol("DN", 20, 20, 20, 20, 19.9)
                .closed();

        ThresholdBars bars = ThresholdBars.diverging(PriceChanges.overPeriod(universe.standings(), 1),
                Timeframe.DAILY.defaultThreshold());

        assertThat(bars.segments()).extracting(Segment::pct).containsExactly(0.0, 50.0, 0.0, 50.0);
    }

    @Test
    void knowsDefaultsOfEveryTimeFrameAndRefusesBarsThatAreNotHere() {
        UniverseState universe = new TinyMarket().symbol("AA", 100, 110).closed();

        assertThat(Timeframe.named("1min").orElseThrow().defaultThreshold()).isEqualTo(0.002);
        assertThatThrownBy(() -> PriceChanges.overBar(universe.standings(), Timeframe.HOURLY)).hasMessage(
                "timeframe must be daily, weekly or monthly where there are only daily bars, was hourly");
        assertThatThrownBy(() -> PriceChanges.overPeriod(universe.standings(), 366))
                .hasMessage("period_days must be 1 to 365, was 366");
    }

    @Test
    void measuresAPeriodInDaysOfTheCalendarAndABarInBars() {
        // days 1 to 5 of the epoch are Friday to Tuesday; the week of day 4 begins with day 4
        UniverseState universe = new TinyMarket().symbol("AA", 100, 110, 120, 130, 150).closed();

        assertThat(PriceChanges.overPeriod(universe.standings(), 3)).containsExactly(150.0 / 110 - 1);
        assertThat(PriceChanges.overPeriod(universe.standings(), 5)).containsExactly(Double.NaN);
        assertThat(PriceChanges.overBar(universe.standings(), Timeframe.DAILY)).containsExactly(150.0 / 130 - 1);
        assertThat(PriceChanges.overBar(universe.standings(), Timeframe.WEEKLY)).containsExactly(150.0 / 120 - 1);
        assertThat(PriceChanges.overBar(universe.standings(), Timeframe.MONTHLY)).containsExactly(Double.NaN);
    }
}
