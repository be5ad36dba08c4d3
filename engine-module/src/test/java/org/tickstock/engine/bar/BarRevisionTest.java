package org.tickstock.engine.bar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What late trades, cancels and corrections do to bars that were told before. */
class BarRevisionTest {

    private final BarBench bench = new BarBench();

    /** 10:00 is closed; 10:01 is forming. */
    @BeforeEach
    void closeAMinute() {
        bench.known(1, "10:00:10", "150.10", 10).known(2, "10:00:20", "150.50", 20).known(3, "10:00:30", "149.90", 30)
                .known(4, "10:00:40", "150.40", 40).known(5, "10:00:50", "150.20", 50).known(6, "10:01:05", "150", 1);
        assertThat(bench.told()).containsExactly("10:00 150.1 150.5 149.9 150.2 150/5 r0 PROVISIONAL");
    }

    @Test
    void revisesTheMinuteInWhichALateTradeWasMade() {
        bench.late(7, "10:01:10", "10:00:59.5", "151", 5);

        assertThat(bench.told()).containsExactly("10:00 150.1 151 149.9 151 155/6 r1 REVISED");
        assertThat(bench.forming()).isEqualTo("10:01 150 150 150 150 1/1 r0 FORMING");
    }

    @Test
    void keepsATradeThatWasReportedInTimeInTheMinuteOfItsReport() {
        bench.late(7, "10:01:09.5", "10:00:59.5", "151", 5);

        assertThat(bench.told()).isEmpty();
        assertThat(bench.forming()).isEqualTo("10:01 150 151 150 151 6/2 r0 FORMING");
    }

    @Test
    void revisesABarHoursLater() {
        bench.trade("16:00:00", "150", 1, BarBench.FORM_T).told();

        bench.late(8, "16:00:30", "10:00:05", "150.15", 7, BarBench.OUT_OF_SEQUENCE);
        bench.late(9, "16:00:40", "10:00:06", "149", 7);

        assertThat(bench.told()).containsExactly("10:00 150.1 150.5 149.9 150.2 157/6 r1 REVISED",
                "10:00 149 150.5 149 150.2 164/7 r2 REVISED");
    }

    @Test
    void goesByTheSessionInWhichALateTradeWasMade() {
        bench.late(7, "16:00:30", "10:00:05", "151", 7, BarBench.FORM_T);

        assertThat(bench.told()).as("the minute before is closed, then the late one revised: volume only")
                .containsExactly("10:00 150.1 150.5 149.9 150.2 157/6 r1 REVISED");
    }

    @Test
    void revisesTheMinuteOfATradeOlderThanTheCurrentOne() {
        bench.known(7, "10:00:15", "149.80", 1);

        assertThat(bench.told()).containsExactly("10:00 150.1 150.5 149.8 150.2 151/6 r1 REVISED");
    }

    @Test
    void makesABarOfAMinuteWhoseOnlyTradeWasLate() {
        bench.known(7, "10:05:00", "150", 1).told();

        bench.late(8, "10:05:20", "10:03:10", "150.3", 2);
        bench.builder.endOfDay();

        assertThat(bench.told()).containsExactly("10:03 150.3 150.3 150.3 150.3 2/1 r1 REVISED",
                "10:00 150.1 150.5 149.9 150.2 150/5 r0 FINAL", "10:01 150 150 150 150 1/1 r0 FINAL",
                "10:03 150.3 150.3 150.3 150.3 2/1 r1 FINAL", "10:05 150 150 150 150 1/1 r0 FINAL");
    }

    @Test
    void tellsNothingWhereALateTradeChangesNothing() {
        bench.late(7, "10:01:30", "10:00:05", "155", 5, BarBench.OFFICIAL_CLOSE);

        assertThat(bench.told()).isEmpty();
    }

    @Test
    void recomputesEachPriceThatACancelledTradeHadSet() {
        bench.cancel(2, "10:01:30").cancel(3, "10:01:30").cancel(1, "10:01:30").cancel(5, "10:01:30");

        assertThat(bench.told()).containsExactly("10:00 150.1 150.4 149.9 150.2 130/4 r1 REVISED",
                "10:00 150.1 150.4 150.1 150.2 100/3 r2 REVISED", "10:00 150.4 150.4 150.2 150.2 90/2 r3 REVISED",
                "10:00 150.4 150.4 150.4 150.4 40/1 r4 REVISED");
    }

    @Test
    void withdrawsABarWithoutATradeLeft() {
        bench.cancel(1, "10:01:30").cancel(2, "10:01:30").cancel(3, "10:01:30").cancel(4, "10:01:30").told();

        bench.cancel(5, "10:01:30");
        assertThat(bench.told()).containsExactly("10:00 0 0 0 0 0/0 r5 WITHDRAWN");

        bench.late(7, "10:01:31", "10:00:31", "150", 1).builder.endOfDay();
        assertThat(bench.told()).containsExactly("10:00 150 150 150 150 1/1 r6 REVISED",
                "10:00 150 150 150 150 1/1 r6 FINAL", "10:01 150 150 150 150 1/1 r0 FINAL");
    }

    @Test
    void takesACancelledTradeOutOfTheFormingBarSilently() {
        bench.known(7, "10:01:10", "160", 100).cancel(7, "10:01:11");

        assertThat(bench.told()).isEmpty();
        assertThat(bench.forming()).isEqualTo("10:01 150 150 150 150 1/1 r0 FORMING");
    }

    @Test
    void putsACorrectedTradeRightWhereItStood() {
        bench.correct(3, "10:01:30", "150.30", 35);
        bench.correct(5, "10:01:30", "150.60", 50);
        bench.correct(1, "10:01:30", "150.10", 10, BarBench.ODD_LOT);

        assertThat(bench.told()).containsExactly("10:00 150.1 150.5 150.1 150.2 155/5 r1 REVISED",
                "10:00 150.1 150.6 150.1 150.6 155/5 r2 REVISED", "10:00 150.5 150.6 150.3 150.6 155/5 r3 REVISED");
    }

    @Test
    void cancelsACorrectedTrade() {
        bench.correct(2, "10:01:30", "155", 20).cancel(2, "10:01:31");

        assertThat(bench.told()).containsExactly("10:00 150.1 155 149.9 150.2 150/5 r1 REVISED",
                "10:00 150.1 150.4 149.9 150.2 130/4 r2 REVISED");
    }

    @Test
    void knowsNoTradeTwiceTakenBackOrNeverSeen() {
        bench.cancel(2, "10:01:30").told();

        bench.cancel(2, "10:01:31").cancel(99, "10:01:31").correct(98, "10:01:31", "1", 1);

        assertThat(bench.told()).isEmpty();
        assertThat(bench.builder.unknown()).isEqualTo(3);
    }

    @Test
    void leavesThePriceStandingAndSaysSoWhenTheSingleTradesAreForgotten() {
        BarBench old = new BarBench(new BarSettings(10_000, 2));
        old.known(1, "10:00:10", "150.10", 10).known(2, "10:00:20", "150.50", 20).known(3, "10:01:00", "150", 1)
                .known(4, "10:04:00", "150", 1).told();

        old.cancel(2, "10:04:10", 20).cancel(2, "10:04:11", 20);

        assertThat(old.told()).containsExactly("10:00 150.1 150.5 150.1 150.5 10/1 r1 REVISED INEXACT");
        assertThat(old.builder.unknown()).isEqualTo(1);
    }

    @Test
    void takesBackALateTradeOfAMinuteThatIsForgotten() {
        BarBench old = new BarBench(new BarSettings(10_000, 2));
        old.known(1, "10:00:10", "150.10", 10).known(2, "10:05:00", "150.50", 20).told();

        old.late(3, "10:05:30", "10:00:20", "150", 5).late(4, "10:05:31", "10:00:05", "150.05", 5, BarBench.ODD_LOT);
        old.cancel(4, "10:05:40").cancel(3, "10:05:40");

        assertThat(old.told()).containsExactly("10:00 150.1 150.1 150 150 15/2 r1 REVISED",
                "10:00 150.1 150.1 150 150 20/3 r2 REVISED", "10:00 150.1 150.1 150 150 15/2 r3 REVISED",
                "10:00 150.1 150.1 150 150 10/1 r4 REVISED INEXACT");
    }

    @Test
    void saysThatABarOfAggregatesCannotBeComputedAnew() {
        bench.known(7, "10:01:10", "151", 2).aggregate("10:01:20", "150.4", "150.3", "150.3", 50)
                .known(8, "10:02:00", "150", 1).told();

        bench.cancel(7, "10:02:10", 2);

        assertThat(bench.told()).containsExactly("10:01 150 151 150 150.3 51/2 r1 REVISED INEXACT");
    }

    @Test
    void cannotComputeAMinuteThatBeganBeforeTheFirstTradeWithAKey() {
        BarBench mixed = new BarBench();
        mixed.trade("10:00:00", "150", 1).known(1, "10:00:10", "151", 1).known(2, "10:00:20", "150.50", 1)
                .known(3, "10:01:00", "150", 1).known(4, "10:01:10", "152", 1).known(5, "10:02:00", "150", 1).told();

        mixed.cancel(1, "10:02:10").cancel(4, "10:02:10");

        assertThat(mixed.told()).containsExactly("10:00 150 151 150 150.5 2/2 r1 REVISED INEXACT",
                "10:01 150 150 150 150 1/1 r1 REVISED");
    }

    @Test
    void doubtsACorrectionOfATradeWhoseMinuteIsForgotten() {
        BarBench old = new BarBench(new BarSettings(10_000, 2));
        old.known(1, "10:00:10", "150", 10).known(2, "10:05:00", "150", 20).late(3, "10:05:30", "10:00:20", "150", 5)
                .told();

        old.correct(3, "10:05:40", "151", 6);
        assertThat(old.told()).containsExactly("10:00 150 151 150 151 16/2 r2 REVISED INEXACT");

        old.correct(1, "10:05:50", "149", 11);
        assertThat(old.told()).as("what it was is forgotten, so nothing is put right").isEmpty();
    }
}
