package org.tickstock.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.event.Direction;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.event.HighLowEvent;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.Tick;

/** The worked examples of the detection rules, section 1, and the corners around them. */
class HighLowDetectorTest {

    private static final long NS_PER_S = 1_000_000_000L;
    private static final double EXACT = 1e-9;

    private final RuleBench bench = new RuleBench();

    @Test
    void raisesHighAndThenLowWhenTheyPassWhatIsNeeded() {
        bench.trade("12:00:00", 150.00).trade("12:00:10", 150.04);
        assertThat(bench.highsAndLows()).isEmpty();

        bench.trade("12:00:20", 150.08).trade("12:02:20", 149.80);

        HighLowEvent high = bench.highsAndLows().get(0);
        HighLowEvent low = bench.highsAndLows().get(1);
        assertThat(bench.highsAndLows()).hasSize(2);
        assertThat(high.type()).isEqualTo(EventType.HIGH);
        assertThat(high.origin().priceMicros()).isEqualTo(150_080_000);
        assertThat(high.origin().percentChange()).isCloseTo(0.05333333333, within(EXACT));
        assertThat(high.previousMicros()).isEqualTo(150_000_000);
        assertThat(high.countUp()).isEqualTo(1);
        assertThat(high.countDown()).isZero();
        assertThat(high.reversal()).isNull();
        assertThat(high.needMicros()).isEqualTo(100_000);
        assertThat(high.needPct()).isEqualTo(0.05);
        assertThat(low.type()).isEqualTo(EventType.LOW);
        assertThat(low.previousMicros()).isEqualTo(150_000_000);
        assertThat(low.countDown()).isEqualTo(1);
        assertThat(low.reversal()).isEqualTo(new HighLowEvent.Reversal("V-top", 120 * NS_PER_S, 150_080_000));
        assertThat(low.reversal().isRapid()).isFalse();
    }

    @Test
    void needsTwiceAsMuchBeforeAndAfterHours() {
        bench.trade("08:00:00", 150.00).trade("08:00:10", 150.08);
        assertThat(bench.highsAndLows()).isEmpty();
        bench.trade("08:00:20", 150.16);
        assertThat(bench.highsAndLows()).hasSize(1);

        bench.trade("17:00:00", 150.00).trade("17:00:10", 150.08);
        assertThat(bench.highsAndLows()).hasSize(1);
        bench.trade("17:00:20", 150.16);
        assertThat(bench.highsAndLows()).hasSize(2);
        assertThat(bench.highsAndLows().get(1).needPct()).isEqualTo(0.10);
    }

    @Test
    void needsHalfAsMuchMoreInTheFirstQuarterOfAnHour() {
        bench.trade("09:30:00", 150.00).trade("09:44:58", 150.10).trade("09:44:59.999", 150.112);
        assertThat(bench.highsAndLows()).isEmpty();
        bench.trade("09:45:00", 150.09);

        assertThat(bench.highsAndLows()).singleElement()
                .satisfies(high -> assertThat(high.origin().priceMicros()).isEqualTo(150_112_000));
    }

    @Test
    void takesThePercentageOfAPennyStock() {
        bench.trade("12:00:00", 0.80).trade("12:00:10", 0.804);

        assertThat(bench.highsAndLows()).singleElement()
                .satisfies(high -> assertThat(high.needMicros()).isEqualTo(5_000));
    }

    @Test
    void addsUpCreepingHighsAgainstTheLastReportedOne() {
        bench.trade("12:00:00", 150.00).trade("12:00:10", 150.03).trade("12:00:20", 150.06).trade("12:00:30", 150.09);

        assertThat(bench.highsAndLows()).singleElement().satisfies(high -> {
            assertThat(high.origin().priceMicros()).isEqualTo(150_090_000);
            assertThat(high.previousMicros()).isEqualTo(150_000_000);
        });
    }

    @Test
    void reportsAPeakInsideTheCooldownAtTheNextTradeAfterIt() {
        bench.trade("09:59:00", 150.00).trade("10:00:00", 150.20).trade("10:00:00.400", 150.60)
                .trade("10:00:00.900", 150.50);
        assertThat(bench.highsAndLows()).hasSize(1);
        bench.trade("10:00:01.100", 150.30);

        HighLowEvent late = bench.highsAndLows().get(1);
        assertThat(bench.highsAndLows()).hasSize(2);
        assertThat(late.origin().priceMicros()).isEqualTo(150_600_000);
        assertThat(late.extremeNs()).isEqualTo(bench.ns("10:00:00.400"));
        assertThat(late.tsEventNs()).isEqualTo(bench.ns("10:00:01.100"));
        assertThat(late.previousMicros()).isEqualTo(150_200_000);
    }

    @Test
    void coolsEachSideDownByItself() {
        bench.trade("12:00:00", 150.00).trade("12:00:10", 150.20).trade("12:00:10.100", 149.80)
                .trade("12:00:11", 150.40).trade("12:00:11.099", 149.60).trade("12:00:11.100", 149.60);

        assertThat(bench.highsAndLows()).extracting(HighLowEvent::tsEventNs).containsExactly(
                bench.ns("12:00:10"), bench.ns("12:00:10.100"), bench.ns("12:00:11"), bench.ns("12:00:11.100"));
    }

    @Test
    void namesTheTurnsThatAlternationShows() {
        bench.trade("12:00:00", 150.00).trade("12:00:10", 149.80).trade("12:00:20", 150.20).trade("12:00:30", 149.60)
                .trade("12:00:40", 150.40).trade("12:00:50", 149.40);

        assertThat(kinds()).containsExactly("none", "V-bottom", "V-top", "W-bottom", "M-top");
        assertThat(bench.highsAndLows().get(4).reversal())
                .isEqualTo(new HighLowEvent.Reversal("M-top", 10 * NS_PER_S, 150_400_000));
        assertThat(bench.highsAndLows().get(4).reversal().isRapid()).isTrue();
    }

    @Test
    void seesNoTurnWhenTheOtherSideIsOlderThanFiveMinutes() {
        bench.trade("12:00:00", 150.00).trade("12:00:10", 149.80).trade("12:05:10", 150.20)
                .trade("12:10:10.001", 149.60);

        assertThat(kinds()).containsExactly("none", "V-bottom", "none");
    }

    @Test
    void seesNoDoubleTurnAfterTwoEventsOfOneSide() {
        bench.trade("12:00:00", 150.00).trade("12:00:10", 149.80).trade("12:00:20", 149.60).trade("12:00:30", 150.20)
                .trade("12:00:40", 149.40);

        assertThat(kinds()).containsExactly("none", "none", "V-bottom", "V-top");
    }

    @Test
    void raisesTheHighFirstWhenOneAggregatePassesBothSides() {
        bench.trade("12:00:00", 150.00).aggregate("12:00:10", 150.50, 149.40, 150.10);

        assertThat(bench.highsAndLows()).extracting(HighLowEvent::direction)
                .containsExactly(Direction.UP, Direction.DOWN);
        assertThat(bench.highsAndLows()).extracting(event -> event.origin().priceMicros())
                .containsExactly(150_500_000L, 149_400_000L);
        assertThat(bench.highsAndLows()).extracting(event -> event.origin().ordinal()).containsExactly(1, 2);
        assertThat(bench.highsAndLows().get(1).reversal().kind()).isEqualTo("V-top");
    }

    @Test
    void seedsSilentlyAtEverySessionBoundary() {
        bench.trade("09:29:50", 150.00).trade("09:29:55", 151.00).trade("09:30:00", 160.00).trade("15:59:59", 159.95)
                .trade("16:00:00", 140.00);

        assertThat(bench.highsAndLows()).singleElement()
                .satisfies(high -> assertThat(high.origin().session()).isEqualTo(MarketSession.PRE));
        bench.trade("16:00:10", 139.00);
        HighLowEvent low = bench.highsAndLows().get(1);
        assertThat(low.countDown()).isEqualTo(1);
        assertThat(low.countUp()).isZero();
        assertThat(low.reversal()).isNull();
        assertThat(low.previousMicros()).isEqualTo(140_000_000);
        assertThat(low.origin().percentChange()).isCloseTo(-0.7142857143, within(EXACT));
        assertThat(low.origin().ordinal()).isEqualTo(2);
    }

    @Test
    void beginsANewDayWithNewOrdinalsAndCounts() {
        bench.trade("12:00:00", 150.00).trade("12:00:10", 151.00);

        bench.on(RuleBench.DAY.plusDays(1)).trade("12:00:00", 150.00).trade("12:00:10", 151.00);

        assertThat(bench.highsAndLows()).extracting(event -> event.origin().ordinal()).containsExactly(1, 1);
        assertThat(bench.highsAndLows()).extracting(HighLowEvent::countUp).containsExactly(1, 1);
    }

    @Test
    void letsNoTradeSetAnExtremeThatItsConditionsForbid() {
        bench.trade("12:00:00", 150.00).trade("12:00:10", 152.00, 100, 12).trade("12:00:20", 152.00, 5, 37)
                .trade("12:00:30", 152.00, 100, 14, 37).trade("12:00:40", 152.00, 100, 19);
        assertThat(bench.highsAndLows()).isEmpty();
        assertThat(bench.count(Verdict.NOT_ELIGIBLE)).isEqualTo(3);
        assertThat(bench.count(Verdict.UNKNOWN_CONDITION)).isEqualTo(1);

        bench.trade("12:00:50", 151.00, 100, 14);
        assertThat(bench.highsAndLows()).singleElement()
                .satisfies(high -> assertThat(high.origin().priceMicros()).isEqualTo(151_000_000));
    }

    @Test
    void takesFormTPricesOutsideTheRegularSession() {
        bench.trade("08:00:00", 150.00, 100, 12).trade("08:00:10", 152.00, 100, 12);
        assertThat(bench.highsAndLows()).hasSize(1);

        bench.trade("08:00:20", 155.00, 5, 12, 37);
        assertThat(bench.highsAndLows()).hasSize(1);
    }

    @Test
    void addsTheVolumeOfAnUnknownConditionAndNothingElse() {
        bench.trade("12:00:00", 150.00, 100).trade("12:00:10", 160.00, 300, 60).trade("12:00:20", 150.30, 100);

        HighLowEvent high = bench.highsAndLows().get(0);
        assertThat(high.previousMicros()).isEqualTo(150_000_000);
        assertThat(high.origin().vwapUsd()).isCloseTo(156.06, within(EXACT));
    }

    @Test
    void measuresFromTheOfficialOpenInTheRegularSession() {
        Tick open = new Tick();
        bench.trade("12:00:00", 150.00);
        open.trade(0, 151_500_000, 100_000_000, 0, bench.ns("12:00:10"), bench.ns("12:00:10"));
        open.officialOpenMicros = 149_000_000;
        open.dayVwapMicros = 150_500_000;
        bench.tick(open);

        HighLowEvent high = bench.highsAndLows().get(0);
        assertThat(high.origin().percentChange()).isCloseTo(2.5 / 149 * 100, within(EXACT));
        assertThat(high.origin().vwapUsd()).isEqualTo(150.5);
        assertThat(high.significance()).isCloseTo(2.5 / 149 * 1000, within(EXACT));
    }

    @Test
    void weighsSizeAgainstTheAverageOfTheTradesBeforeItFromFiveOn() {
        bench.trade("12:00:00", 150.00, 100).trade("12:00:10", 150.30, 100).trade("12:00:20", 150.00, 100)
                .trade("12:00:30", 150.00, 100).trade("12:00:40", 150.00, 100).trade("12:00:50", 150.60, 150);

        List<HighLowEvent> highs = bench.highsAndLows();
        assertThat(highs).extracting(event -> event.origin().relVolume()).containsExactly(0.0, 1.5);
        assertThat(highs.get(1).significance()).isCloseTo(0.4 * 10 + 37.5, within(EXACT));
    }

    @Test
    void takesOnePercentageForEveryPriceWithTheFlatProfile() {
        RuleBench flat = new RuleBench(List.of(new HighLowDetector(HighLowThresholds.flat(0.1))));
        flat.trade("12:00:00", 150.00).trade("12:00:10", 150.14);
        assertThat(flat.events()).isEmpty();
        flat.trade("12:00:20", 150.15);

        assertThat(flat.highsAndLows()).hasSize(1);
    }

    private List<String> kinds() {
        return bench.highsAndLows().stream()
                .map(event -> event.reversal() == null ? "none" : event.reversal().kind()).toList();
    }
}
