package org.tickstock.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.event.Direction;
import org.tickstock.engine.event.Strength;
import org.tickstock.engine.event.TrendEvent;

/** Detection rules, section 2. A steady climb moves by three sigmas and more over every window. */
class TrendDetectorTest {

    private static final long NS_PER_S = 1_000_000_000L;

    private final RuleBench bench = new RuleBench(List.of(new TrendDetector(TrendThresholds.defaults())));
    private double price = 100;

    @Test
    void raisesAStrongTrendAsSoonAsVolatilityIsKnown() {
        // bucket 12:05:00 to :09 closes with the trade of 12:05:10; the second after is judged by it
        move("12:00:00", "12:05:10", 1, 0.01);
        assertThat(trends()).isEmpty();

        move("12:05:11", "12:05:11", 1, 0.01);

        assertThat(trends()).singleElement().satisfies(trend -> {
            assertThat(trend.direction()).isEqualTo(Direction.UP);
            assertThat(trend.strength()).isEqualTo(Strength.STRONG);
            assertThat(trend.tsEventNs()).isEqualTo(bench.ns("12:05:11"));
            assertThat(trend.ageNs()).isZero();
            assertThat(trend.reversal()).isNull();
            assertThat(trend.countUp()).isEqualTo(1);
            assertThat(trend.countDown()).isZero();
            assertThat(trend.shortWindow().buckets()).isEqualTo(180);
            assertThat(trend.mediumWindow().buckets()).isEqualTo(311);
            assertThat(trend.longWindow().buckets()).isEqualTo(311);
            assertThat(trend.shortWindow().price()).isEqualTo(1);
            assertThat(trend.shortWindow().volume()).isEqualTo(1);
            // the first bucket has none before it
            assertThat(trend.longWindow().volume()).isEqualTo(310.0 / 311);
            assertThat(trend.origin().vwapDivergencePct()).isPositive();
        });
    }

    @Test
    void weighsItsPartsAndWindowsAsTheRulesSay() {
        move("12:00:00", "12:05:11", 1, 0.01);

        TrendEvent trend = trends().get(0);
        for (TrendEvent.Window window : List.of(trend.shortWindow(), trend.mediumWindow(), trend.longWindow())) {
            assertThat(window.score())
                    .isCloseTo(0.5 * window.price() + 0.3 * window.vwap() + 0.2 * window.volume(), within(1e-12));
        }
        assertThat(trend.score()).isCloseTo(0.3 * trend.shortWindow().score() + 0.4 * trend.mediumWindow().score()
                + 0.3 * trend.longWindow().score(), within(1e-12));
    }

    @Test
    void givesTheSameScoreHoweverOftenASymbolTrades() {
        RuleBench often = new RuleBench(List.of(new TrendDetector(TrendThresholds.defaults())));
        for (int second = 0; second <= 311; second++) {
            String at = LocalTime.parse("12:00:00").plusSeconds(second).toString();
            String full = at.length() == 5 ? at + ":00" : at;
            bench.trade(full, 100 + second * 0.01);
            for (int part = 1; part <= 5; part++) {
                often.trade(full + "." + part, 100 + second * 0.01, 20);
            }
        }

        TrendEvent once = trends().get(0);
        TrendEvent fiveTimes = often.only(TrendEvent.class).get(0);
        assertThat(fiveTimes.score()).isCloseTo(once.score(), within(0.001));
        assertThat(fiveTimes.shortWindow().price()).isEqualTo(once.shortWindow().price());
    }

    @Test
    void seesNoTrendInAStandingPrice() {
        for (int i = 0; i < 1_200; i++) {
            bench.trade(LocalTime.parse("12:00:00").plusSeconds(i).toString(), 100 + i % 2 * 0.01);
        }

        assertThat(trends()).isEmpty();
    }

    @Test
    void tellsOfAnEnteredTrendOnceWhileItsScoreStands() {
        move("12:00:00", "12:05:11", 1, 0.01);
        double first = trends().get(0).score();
        move("12:05:12", "12:15:00", 1, 0.01);

        for (int i = 1; i < trends().size(); i++) {
            TrendEvent before = trends().get(i - 1);
            TrendEvent event = trends().get(i);
            assertThat(event.tsEventNs() - before.tsEventNs()).isGreaterThanOrEqualTo(60 * NS_PER_S);
            assertThat(Math.abs(event.score() - before.score())).isGreaterThanOrEqualTo(0.10);
        }
        assertThat(first).isGreaterThan(0.6);
    }

    @Test
    void turnsWhenThePriceTurns() {
        move("12:00:00", "12:12:00", 1, 0.01);
        move("12:12:01", "12:25:00", 1, -0.02);

        TrendEvent last = trends().get(trends().size() - 1);
        TrendEvent firstDown = trends().stream().filter(trend -> trend.direction() == Direction.DOWN).findFirst()
                .orElseThrow();
        assertThat(trends().get(0).direction()).isEqualTo(Direction.UP);
        assertThat(firstDown.reversal()).isEqualTo("up-now-down");
        assertThat(firstDown.countDown()).isEqualTo(1);
        assertThat(last.direction()).isEqualTo(Direction.DOWN);
    }

    @Test
    void startsAfreshAfterMoreThanTwoMinutesOfSilence() {
        move("12:00:00", "12:08:00", 1, 0.01);
        int before = trends().size();

        bench.trade("12:10:00.000000001", price);
        move("12:10:01", "12:13:00", 1, 0.01);
        assertThat(trends()).hasSize(before);

        move("12:13:01", "12:13:02", 1, 0.01);
        assertThat(trends()).hasSize(before + 1);
        assertThat(trends().get(before).ageNs()).isZero();
        assertThat(trends().get(before).reversal()).isNull();
    }

    @Test
    void goesOnAfterExactlyTwoMinutesOfSilence() {
        move("12:00:00", "12:08:00", 1, 0.01);

        bench.trade("12:10:00", price + 1.2);
        price += 1.2;
        move("12:10:01", "12:20:00", 1, 0.01);

        assertThat(trends()).filteredOn(trend -> trend.ageNs() == 0).hasSize(1);
    }

    @Test
    void startsAfreshAtASessionBoundary() {
        move("15:50:00", "15:59:59", 1, 0.01);
        int before = trends().size();
        assertThat(before).isPositive();

        move("16:00:00", "16:03:00", 1, 0.01);
        assertThat(trends()).hasSize(before);
        move("16:03:01", "16:03:01", 1, 0.01);

        TrendEvent first = trends().get(before);
        assertThat(first.countUp()).isEqualTo(1);
        assertThat(first.origin().session().name()).isEqualTo("AFTER");
    }

    @Test
    void scoresNoWindowOfFewerThanTwelveSeconds() {
        move("12:00:00", "12:30:00", 20, 0.2);

        assertThat(trends()).isNotEmpty().allSatisfy(trend -> {
            assertThat(trend.shortWindow().buckets()).isEqualTo(9);
            assertThat(trend.shortWindow().score()).isZero();
            assertThat(trend.mediumWindow().buckets()).isEqualTo(18);
        });
    }

    private void move(String from, String to, int everyS, double step) {
        LocalTime end = LocalTime.parse(to);
        for (LocalTime at = LocalTime.parse(from); !at.isAfter(end); at = at.plusSeconds(everyS)) {
            price += step;
            bench.trade(at.toString(), price);
        }
    }

    private List<TrendEvent> trends() {
        return bench.only(TrendEvent.class);
    }
}
