package org.tickstock.engine.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.market.TradeConditions;

/** Each rule of a minute bar by one worked case. */
class MinuteBarBuilderTest {

    private final BarBench bench = new BarBench();

    @Test
    void foldsFirstHighestLowestAndLastPriceAndTheVolume() {
        bench.trade("10:00:00", "150.10", 100).trade("10:00:20", "150.30", 50).trade("10:00:40", "150.05", 25.5)
                .trade("10:00:59.999", "150.20", 10);

        assertThat(bench.told()).isEmpty();
        assertThat(bench.forming()).isEqualTo("10:00 150.1 150.3 150.05 150.2 185.5/4 r0 FORMING");
    }

    @Test
    void beginsTheNextBarAtTheFullMinute() {
        bench.trade("10:00:59.999999999", "150", 1).trade("10:01:00", "151", 2);

        assertThat(bench.told()).containsExactly("10:00 150 150 150 150 1/1 r0 PROVISIONAL");
        assertThat(bench.forming()).isEqualTo("10:01 151 151 151 151 2/1 r0 FORMING");
    }

    @Test
    void saysToWhichDayAndSessionABarBelongs() {
        bench.trade("09:29:59", "150", 1).trade("09:30:00", "150", 1).builder.endOfDay();

        assertThat(bench.bars.subList(1, 3)).extracting(Bar::session)
                .containsExactly(MarketSession.PRE, MarketSession.REGULAR);
        assertThat(bench.bars).allSatisfy(bar -> {
            assertThat(bar.tradeDay()).isEqualTo(20_614);
            assertThat(bar.endNs() - bar.startNs()).isEqualTo(60_000_000_000L);
        });
    }

    @Test
    void makesNoBarOfAMinuteWithoutATrade() {
        bench.trade("10:00:00", "150", 1).trade("10:03:00", "151", 1).builder.endOfDay();

        assertThat(bench.told()).containsExactly("10:00 150 150 150 150 1/1 r0 PROVISIONAL",
                "10:00 150 150 150 150 1/1 r0 FINAL", "10:03 151 151 151 151 1/1 r0 FINAL");
    }

    @Test
    void makesNoBarOfVolumeAlone() {
        bench.trade("10:00:10", "149", 3, BarBench.ODD_LOT);

        assertThat(bench.forming()).isEqualTo("none");

        bench.trade("10:01:00", "150", 1).trade("10:01:30", "149", 4, BarBench.ODD_LOT).builder.endOfDay();

        assertThat(bench.told()).containsExactly("10:01 150 150 150 150 5/2 r0 FINAL");
    }

    @Test
    void countsVolumeThatCameBeforeTheFirstPrice() {
        bench.trade("10:00:10", "149", 3, BarBench.ODD_LOT).trade("10:00:20", "150", 1);

        assertThat(bench.forming()).isEqualTo("10:00 150 150 150 150 4/2 r0 FORMING");
    }

    @Test
    void letsATradeOutOfSequenceSetHighAndLowButNotTheClose() {
        bench.trade("10:00:10", "151", 3, BarBench.OUT_OF_SEQUENCE);

        assertThat(bench.forming()).as("a high without an open is no bar").isEqualTo("none");

        bench.trade("10:00:20", "150", 1).trade("10:00:30", "149", 3, BarBench.OUT_OF_SEQUENCE);

        assertThat(bench.forming()).isEqualTo("10:00 150 151 149 150 7/3 r0 FORMING");
    }

    @Test
    void takesFormTOutsideTheRegularSessionOnly() {
        bench.trade("09:29:00", "150", 1, BarBench.FORM_T).trade("09:30:10", "151", 1)
                .trade("09:30:20", "160", 2, BarBench.FORM_T).trade("16:00:00", "152", 1, BarBench.FORM_T);

        assertThat(bench.told()).containsExactly("09:29 150 150 150 150 1/1 r0 PROVISIONAL",
                "09:30 151 151 151 151 3/2 r0 PROVISIONAL");
        assertThat(bench.forming()).isEqualTo("16:00 152 152 152 152 1/1 r0 FORMING");
    }

    @Test
    void addsNoVolumeOfAnOfficialOrCorrectedClose() {
        bench.trade("16:00:01", "150", 1).trade("16:00:02", "155", 900_000, BarBench.OFFICIAL_CLOSE)
                .trade("16:00:03", "151", 900_000, BarBench.CORRECTED_CLOSE);

        assertThat(bench.forming()).isEqualTo("16:00 150 151 150 151 1/1 r0 FORMING");
    }

    @Test
    void foldsAggregatesIntoTheMinuteInWhichTheyEnd() {
        bench.aggregate("10:00:01", "150.2", "150", "150.1", 100).aggregate("10:01:00", "150.5", "149.9", "150.4", 200);

        assertThat(bench.forming()).isEqualTo("10:00 150.1 150.5 149.9 150.4 300/2 r0 FORMING");
    }

    @Test
    void takesTheOrderWithinAMinuteFromTheTimeOfTheTrade() {
        bench.trade("10:00:30", "150", 1).trade("10:00:10", "149", 1).trade("10:00:20", "151", 1);

        assertThat(bench.forming()).isEqualTo("10:00 149 151 149 150 3/3 r0 FORMING");
    }

    @Test
    void opensWithTheFirstAndClosesWithTheLastOfOneInstant() {
        bench.trade("10:00:30", "150", 1).trade("10:00:30", "151", 1).trade("10:00:30", "152", 1);

        assertThat(bench.forming()).isEqualTo("10:00 150 152 150 152 3/3 r0 FORMING");
    }

    @Test
    void closesBarsOfQuietSymbolsWhenTheirMinuteIsOver() {
        bench.trade("10:00:30", "150", 1).builder.closeUntil(bench.ns("10:00:59"));
        assertThat(bench.told()).isEmpty();

        bench.builder.closeUntil(bench.ns("10:01:00"));
        bench.builder.closeUntil(bench.ns("10:02:00"));

        assertThat(bench.told()).containsExactly("10:00 150 150 150 150 1/1 r0 PROVISIONAL");
        assertThat(bench.forming()).isEqualTo("10:00 150 150 150 150 1/1 r0 PROVISIONAL");
        assertThat(bench.trade("10:00:59", "151", 1).told()).containsExactly("10:00 150 151 150 151 2/2 r1 REVISED");
    }

    @Test
    void endsADayBeforeTheNextBegins() {
        bench.trade("15:59:00", "150", 1).on("2026-06-11").trade("04:00:00", "151", 1);

        assertThat(bench.told()).containsExactly("15:59 150 150 150 150 1/1 r0 FINAL");
        assertThat(bench.forming()).isEqualTo("04:00 151 151 151 151 1/1 r0 FORMING");
    }

    @Test
    void joinsNoBarOfADayThatIsOver() {
        bench.trade("15:59:00", "150", 1).builder.endOfDay(0);
        bench.told();

        bench.trade("15:59:30", "151", 1).trade("16:00:00", "151", 1);
        bench.on("2026-06-11").trade("04:00:00", "152", 1).on("2026-06-10").trade("15:59:30", "151", 1);

        assertThat(bench.told()).isEmpty();
        assertThat(bench.builder.unplaced()).isEqualTo(3);
    }

    @Test
    void joinsNoBarOutsideEverySession() {
        bench.late(1, "04:00:12", "03:59:59", "150", 1);

        assertThat(bench.forming()).isEqualTo("none");
        assertThat(bench.builder.unplaced()).isEqualTo(1);
    }

    @Test
    void keepsSymbolsApart() {
        MinuteBarBuilder builder = new MinuteBarBuilder(
                TradeConditions.sip(), new NewYorkCalendar(), BarSettings.defaults(), bench);
        long atNs = bench.ns("10:00:00");
        builder.onPrint(new Tick().trade(0, 150_000_000, 1, 0, atNs, atNs));
        builder.onPrint(new Tick().trade(5_000, 20_000_000, 1, 0, atNs, atNs));

        assertThat(builder.newest(0).highMicros()).isEqualTo(150_000_000);
        assertThat(builder.newest(5_000).highMicros()).isEqualTo(20_000_000);
        assertThat(builder.newest(4_999)).isNull();
        assertThat(builder.newest(50_000)).isNull();
    }

    @Test
    void refusesSettingsOutOfRange() {
        assertThatThrownBy(() -> new BarSettings(-1, 15)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("minute bars' report delay must be >= 0 ms, was -1");
        assertThatThrownBy(() -> new BarSettings(0, 961)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("minute bars must keep trades for 0 to 960 minutes, was 961");
    }
}
