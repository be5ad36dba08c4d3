package org.tickstock.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickstock.engine.event.Direction;
import org.tickstock.engine.event.Strength;
import org.tickstock.engine.event.SurgeEvent;
import org.tickstock.engine.event.SurgeEvent.Trigger;

/**
 * Detection rules, section 3. A calm symbol trades 100 shares every five seconds at one price, so ten seconds are worth
 * 200 shares, and sigma is at its least: 0.00005 in ten seconds.
 */
class SurgeDetectorTest {

    private static final double EXACT = 1e-9;

    private final RuleBench bench = new RuleBench(List.of(new SurgeDetector(SurgeThresholds.defaults())));

    @ParameterizedTest
    @CsvSource({
        // price, shares of the last trade, trigger, multiplier, z, score
        "100.03, 400, PRICE_AND_VOLUME, 3, 6, 75",
        "100.03, 1000, PRICE_AND_VOLUME, 6, 6, 100",
        "100.02, 400, PRICE_AND_VOLUME, 3, 4, 58.333333333",
        "99.97, 400, PRICE_AND_VOLUME, 3, -6, 75",
        "100.03, 200, PRICE, 2, 6, 58.333333333",
        "100.03, 100, PRICE, 1.5, 6, 50"})
    void raisesWhenTheMoveAndTheVolumeStandOut(double price, int shares, Trigger trigger, double multiplier, double z,
            double score) {
        calm("12:00:00", "12:06:40", 100);

        bench.trade("12:06:42", price, shares);

        assertThat(surges()).singleElement().satisfies(surge -> {
            assertThat(surge.trigger()).isEqualTo(trigger);
            assertThat(surge.volumeMultiplier()).isCloseTo(multiplier, within(EXACT));
            assertThat(surge.z()).isCloseTo(z, within(EXACT));
            assertThat(surge.score()).isCloseTo(score, within(EXACT));
            assertThat(surge.strength()).isEqualTo(
                    score >= 80 ? Strength.STRONG : score >= 60 ? Strength.MODERATE : Strength.WEAK);
            assertThat(surge.direction()).isEqualTo(z > 0 ? Direction.UP : Direction.DOWN);
            assertThat(surge.referenceMicros()).isEqualTo(100_000_000);
            assertThat(surge.magnitudePct()).isCloseTo(price - 100, within(EXACT));
            assertThat(surge.intervalSeconds()).isEqualTo(10);
            assertThat(surge.expirationNs()).isEqualTo(bench.ns("12:07:12"));
            assertThat(surge.dailyCount()).isEqualTo(1);
            assertThat(surge.reversal()).isNull();
        });
    }

    @Test
    void takesMuchVolumeOnASmallMoveAsAVolumeSurge() {
        calm("12:00:00", "12:06:40", 180);

        bench.trade("12:06:42", 180.02, 1_000);

        assertThat(surges()).singleElement().satisfies(surge -> {
            assertThat(surge.trigger()).isEqualTo(Trigger.VOLUME);
            assertThat(surge.volumeMultiplier()).isCloseTo(6, within(EXACT));
            assertThat(surge.z()).isCloseTo(0.02 / 180 / 0.00005, within(EXACT));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "100.02, 399", // under three times the volume, four sigmas
        "100.03, 99", // six sigmas, under one and a half times the volume
        "100.01, 100000", // one tick is no move
        "100.00, 100000"})
    void staysSilentBelowTheThresholds(double price, int shares) {
        calm("12:00:00", "12:06:40", 100);

        bench.trade("12:06:42", price, shares);

        assertThat(surges()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"08:00:00, 08:06:40, 08:06:42", "17:00:00, 17:06:40, 17:06:42"})
    void needsHalfAsMuchMoreVolumeInExtendedHours(String from, String to, String at) {
        calm(from, to, 100);
        bench.trade(at, 100.02, 699);
        assertThat(surges()).isEmpty();

        bench.trade(at, 100.02, 1);

        assertThat(surges()).singleElement()
                .satisfies(surge -> assertThat(surge.volumeMultiplier()).isCloseTo(4.5, within(EXACT)));
    }

    @ParameterizedTest
    @CsvSource({"09:37:00, 09:43:40, 09:43:42", "15:33:00, 15:39:40, 15:39:42"})
    void looksAtFiveSecondsInTheOpeningAndClosingMinutes(String from, String to, String at) {
        calm(from, to, 100);

        bench.trade(at, 100.03, 200);

        assertThat(surges()).singleElement().satisfies(surge -> {
            assertThat(surge.intervalSeconds()).isEqualTo(5);
            assertThat(surge.volumeMultiplier()).isCloseTo(3, within(EXACT));
            assertThat(surge.z()).isCloseTo(0.0003 / 0.00005 / Math.sqrt(0.5), within(EXACT));
        });
    }

    @Test
    void waitsAMinuteForTheSameSideAndFifteenSecondsForTheOther() {
        calm("12:00:00", "12:06:40", 100);
        bench.trade("12:06:42", 100.03, 1_000);
        bench.trade("12:06:56.999", 99.97, 5_000);
        assertThat(surges()).hasSize(1);

        bench.trade("12:06:57", 99.97, 5_000);

        assertThat(surges()).hasSize(2);
        assertThat(surges().get(1).direction()).isEqualTo(Direction.DOWN);
        assertThat(surges().get(1).reversal()).isEqualTo("up-now-down");
        assertThat(surges().get(1).countUp()).isEqualTo(1);
        assertThat(surges().get(1).countDown()).isEqualTo(1);
        assertThat(surges().get(1).dailyCount()).isEqualTo(2);

        calm("12:07:00", "12:07:50", 99.97);
        bench.trade("12:07:56.999", 99.90, 50_000);
        assertThat(surges()).hasSize(2);
        bench.trade("12:07:57", 99.90, 1);
        assertThat(surges()).hasSize(3);
    }

    @Test
    void raisesFiveInHalfAnHourAtMost() {
        calm("12:00:00", "12:06:40", 100);
        double shares = 2_000;
        for (int i = 0; i < 8; i++) {
            String at = LocalTime.parse("12:06:42").plusSeconds(20L * i).toString();
            bench.trade(at, i % 2 == 0 ? 100.1 : 100.0, shares);
            shares *= 4;
        }

        assertThat(surges()).hasSize(5);

        calm("12:09:20", "12:36:40", 100);
        bench.trade("12:36:41.999", 100.3, 5_000);
        assertThat(surges()).hasSize(5);
        bench.trade("12:36:42", 100.3, 1);
        assertThat(surges()).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({"12:07:50, 1", "12:07:51, 0"})
    void measuresFromAPriceAtMostAMinuteOlderThanTheInterval(String at, int raised) {
        calm("12:00:00", "12:06:40", 100);

        bench.trade(at, 100.03, 1_000);

        assertThat(surges()).hasSize(raised);
    }

    @ParameterizedTest
    @CsvSource({"60, 1", "70, 0"})
    void takesReturnsBetweenBucketsAtMostAMinuteApart(int secondsApart, int raised) {
        LocalTime at = LocalTime.parse("11:00:00");
        for (int i = 0; i < 40; i++) {
            bench.trade(at.toString(), 100);
            at = at.plusSeconds(secondsApart);
        }
        LocalTime end = at.plusSeconds(215);
        calm(at.toString(), end.toString(), 100);

        bench.trade(end.plusSeconds(2).toString(), 100.03, 1_000);

        assertThat(surges()).hasSize(raised);
    }

    @Test
    void knowsNothingBeforeVolatilityAndBaselineAreKnown() {
        calm("12:00:00", "12:05:00", 100);
        bench.trade("12:05:02", 101, 100_000);
        assertThat(surges()).isEmpty();

        // after a gap volatility is still known, the baseline is not
        calm("12:05:05", "12:06:40", 100);
        calm("12:09:00", "12:10:05", 100);
        bench.trade("12:10:07", 101, 100_000);
        assertThat(surges()).isEmpty();

        calm("12:10:10", "12:10:45", 100);
        bench.trade("12:10:47", 101, 100_000_000);
        assertThat(surges()).hasSize(1);
    }

    @Test
    void measuresNoMoveAcrossASessionBoundary() {
        calm("15:50:00", "15:59:55", 100);

        bench.trade("16:00:00", 120, 1_000_000).trade("16:00:20", 120, 1_000_000);

        assertThat(surges()).isEmpty();
    }

    private void calm(String from, String to, double price) {
        LocalTime end = LocalTime.parse(to);
        for (LocalTime at = LocalTime.parse(from); !at.isAfter(end); at = at.plusSeconds(5)) {
            bench.trade(at.toString(), price);
        }
    }

    private List<SurgeEvent> surges() {
        return bench.only(SurgeEvent.class);
    }
}
