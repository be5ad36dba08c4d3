package org.tickstock.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tickstock.engine.detect.SymbolDay.SessionExtremes;
import org.tickstock.engine.event.Direction;
import org.tickstock.engine.event.EventRevision;
import org.tickstock.engine.event.EventRevision.Reason;
import org.tickstock.engine.event.EventRevision.Status;
import org.tickstock.engine.event.HighLowEvent;
import org.tickstock.engine.market.Tick;

/** What becomes of an event when the trade that raised it does not stand, worked by hand. */
class RevisionTest {

    private final RuleBench bench = new RuleBench();

    @Test
    void retractsAHighWhoseTradeIsCancelledAndReportsTheNextOneAgainstWhatStands() {
        keyed(1, "12:00:00", 150.00).keyed(2, "12:00:01", 150.60).keyed(3, "12:00:02", 150.02);

        takeBack(Tick.Kind.CANCEL, 2, "12:00:03", 0);
        keyed(4, "12:00:04", 150.20);

        assertThat(bench.only(EventRevision.class)).singleElement().satisfies(revision -> {
            assertThat(revision.status()).isEqualTo(Status.RETRACTED);
            assertThat(revision.reason()).isEqualTo(Reason.CANCEL);
            assertThat(revision.direction()).isEqualTo(Direction.UP);
            assertThat(revision.revisedOrdinal()).isEqualTo(1);
            assertThat(revision.wasMicros()).isEqualTo(150_600_000);
            assertThat(revision.origin().priceMicros()).isEqualTo(150_020_000);
            assertThat(revision.origin().ordinal()).isEqualTo(2);
            assertThat(revision.tsEventNs()).isEqualTo(bench.ns("12:00:03"));
        });
        assertThat(bench.highsAndLows()).hasSize(2);
        HighLowEvent next = bench.highsAndLows().get(1);
        assertThat(next.previousMicros()).isEqualTo(150_000_000);
        assertThat(next.origin().priceMicros()).isEqualTo(150_200_000);
    }

    @Test
    void revisesAHighToTheLesserExtremeThatWasThereBeforeIt() {
        // the cooldown holds 150.60 and 150.50 back; both were there when the event was raised
        keyed(1, "12:00:00", 150.00).keyed(2, "12:00:01", 150.10).keyed(3, "12:00:01.400", 150.60)
                .keyed(4, "12:00:01.900", 150.50).keyed(5, "12:00:02.100", 150.30);
        assertThat(bench.highsAndLows().get(1).origin().priceMicros()).isEqualTo(150_600_000);

        takeBack(Tick.Kind.CANCEL, 3, "12:00:03", 0);

        assertThat(bench.only(EventRevision.class)).singleElement().satisfies(revision -> {
            assertThat(revision.status()).isEqualTo(Status.REVISED);
            assertThat(revision.revisedOrdinal()).isEqualTo(2);
            assertThat(revision.origin().priceMicros()).isEqualTo(150_500_000);
            assertThat(revision.extremeNs()).isEqualTo(bench.ns("12:00:01.900"));
        });
        keyed(6, "12:00:04", 150.54);
        assertThat(bench.highsAndLows()).as("0.04 above 150.50 is not enough").hasSize(2);
    }

    @Test
    void retractsRatherThanRevisesToAnExtremeThatCameLater() {
        keyed(1, "12:00:00", 150.00).keyed(2, "12:00:01", 151.00).keyed(3, "12:00:02", 150.50);

        takeBack(Tick.Kind.CANCEL, 2, "12:00:03", 0);
        keyed(4, "12:00:04", 150.40);

        assertThat(bench.only(EventRevision.class).get(0).status()).isEqualTo(Status.RETRACTED);
        HighLowEvent next = bench.highsAndLows().get(1);
        assertThat(next.origin().priceMicros()).isEqualTo(150_500_000);
        assertThat(next.extremeNs()).isEqualTo(bench.ns("12:00:02"));
    }

    @Test
    void retractsTheEarlierOfTwoHighsAndLeavesTheLaterStanding() {
        keyed(1, "12:00:00", 150.00).keyed(2, "12:00:01", 150.20).keyed(3, "12:00:03", 150.50);

        takeBack(Tick.Kind.CANCEL, 2, "12:00:04", 0);
        keyed(4, "12:00:05", 150.52);

        assertThat(bench.only(EventRevision.class)).singleElement().satisfies(revision -> {
            assertThat(revision.status()).isEqualTo(Status.RETRACTED);
            assertThat(revision.revisedOrdinal()).isEqualTo(1);
            assertThat(revision.origin().priceMicros()).isEqualTo(150_500_000);
        });
        assertThat(bench.highsAndLows()).hasSize(2);
    }

    @Test
    void fallsThroughRetractedEventsWhenSeveralAreTakenBack() {
        keyed(1, "12:00:00", 150.00).keyed(2, "12:00:01", 150.20).keyed(3, "12:00:03", 150.50);
        takeBack(Tick.Kind.CANCEL, 2, "12:00:04", 0);
        takeBack(Tick.Kind.CANCEL, 3, "12:00:05", 0);

        keyed(4, "12:00:06", 150.12);

        assertThat(bench.only(EventRevision.class)).hasSize(2);
        assertThat(bench.highsAndLows().get(2).previousMicros()).isEqualTo(150_000_000);
    }

    @Test
    void revisesALowWhoseTradeIsCorrectedUpwards() {
        keyed(1, "12:00:00", 150.00).keyed(2, "12:00:01", 149.00);

        takeBack(Tick.Kind.CORRECTION, 2, "12:00:03", 149.50);

        assertThat(bench.only(EventRevision.class)).singleElement().satisfies(revision -> {
            assertThat(revision.status()).isEqualTo(Status.REVISED);
            assertThat(revision.reason()).isEqualTo(Reason.CORRECTION);
            assertThat(revision.direction()).isEqualTo(Direction.DOWN);
            assertThat(revision.origin().priceMicros()).isEqualTo(149_500_000);
        });
        SessionExtremes session = bench.day().sessions().get(0);
        assertThat(session.officialLow().priceMicros()).isEqualTo(149_500_000);
        assertThat(session.liveLow().priceMicros()).isEqualTo(149_500_000);
        assertThat(session.volumeMicros()).isEqualTo(200_000_000);
    }

    @Test
    void raisesNothingForACorrectionBeyondTheHighAndSaysWhyOfficialAndLiveDiffer() {
        keyed(1, "12:00:00", 150.00).keyed(2, "12:00:01", 150.01);

        takeBack(Tick.Kind.CORRECTION, 2, "12:00:02", 155.00);
        keyed(3, "12:00:03", 150.02);

        assertThat(bench.events()).isEmpty();
        SessionExtremes session = bench.day().sessions().get(0);
        assertThat(session.officialHigh().priceMicros()).isEqualTo(155_000_000);
        assertThat(session.officialHigh().verdict()).isEqualTo(Verdict.CORRECTED);
        assertThat(session.liveHigh().priceMicros()).isEqualTo(150_020_000);
    }

    @Test
    void startsTheSessionAnewWhenItsOnlyTradeIsCancelled() {
        keyed(1, "12:00:00", 150.00);

        takeBack(Tick.Kind.CANCEL, 1, "12:00:01", 0);
        keyed(2, "12:00:02", 100.00).keyed(3, "12:00:03", 100.20);

        assertThat(bench.highsAndLows()).singleElement()
                .satisfies(high -> assertThat(high.previousMicros()).isEqualTo(100_000_000));
    }

    @Test
    void retractsAHighOfTheSessionBefore() {
        keyed(1, "15:59:00", 150.00).keyed(2, "15:59:59", 150.60);
        keyed(3, "16:00:00", 150.00);

        takeBack(Tick.Kind.CANCEL, 2, "16:00:05", 0);

        assertThat(bench.only(EventRevision.class)).singleElement().satisfies(revision -> {
            assertThat(revision.status()).isEqualTo(Status.RETRACTED);
            assertThat(revision.origin().priceMicros()).isEqualTo(150_000_000);
        });
    }

    @Test
    void measuresFromTheFirstPrintThatStandsWhenTheFirstIsCancelled() {
        keyed(1, "12:00:00", 90.00).keyed(2, "12:00:01", 100.00);

        takeBack(Tick.Kind.CANCEL, 1, "12:00:02", 0);
        keyed(3, "12:00:03", 99.00);

        assertThat(bench.highsAndLows()).hasSize(2);
        HighLowEvent low = bench.highsAndLows().get(1);
        assertThat(low.direction()).isEqualTo(Direction.DOWN);
        assertThat(low.previousMicros()).isEqualTo(100_000_000);
    }

    @Test
    void keepsAHighThatWasBookedAgainAtTheSamePrice() {
        keyed(1, "12:00:00", 100.00).keyed(2, "12:00:05", 105.00).keyed(3, "12:00:10", 105.00);

        takeBack(Tick.Kind.CANCEL, 2, "12:00:11", 0);
        keyed(4, "12:00:12", 105.00);

        assertThat(bench.only(EventRevision.class)).singleElement().satisfies(revision -> {
            assertThat(revision.status()).isEqualTo(Status.REVISED);
            assertThat(revision.origin().priceMicros()).isEqualTo(105_000_000);
            assertThat(revision.extremeNs()).isEqualTo(bench.ns("12:00:10"));
        });
        assertThat(bench.highsAndLows()).hasSize(1);
    }

    @Test
    void refusesToTakeBackTwice() {
        keyed(1, "12:00:00", 150.00).keyed(2, "12:00:01", 150.60);

        takeBack(Tick.Kind.CANCEL, 2, "12:00:02", 0);
        takeBack(Tick.Kind.CANCEL, 2, "12:00:03", 0);

        assertThat(bench.only(EventRevision.class)).hasSize(1);
        assertThat(bench.count(Verdict.UNKNOWN_TRADE)).isEqualTo(1);
    }

    private RevisionTest keyed(long key, String time, double priceUsd) {
        Tick tick = new Tick().trade(0, RuleBench.micros(priceUsd), RuleBench.micros(100), 0, bench.ns(time), 0);
        tick.tradeKey = key;
        bench.tick(tick);
        return this;
    }

    private void takeBack(Tick.Kind kind, long key, String time, double rightUsd) {
        Tick message = new Tick().message(kind, 0, bench.ns(time), 0);
        message.tradeKey = key;
        message.priceMicros = RuleBench.micros(rightUsd);
        message.highMicros = message.priceMicros;
        message.lowMicros = message.priceMicros;
        message.sizeMicros = RuleBench.micros(kind == Tick.Kind.CORRECTION ? 100 : 0);
        bench.tick(message);
    }
}
