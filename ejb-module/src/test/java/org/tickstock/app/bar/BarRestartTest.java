package org.tickstock.app.bar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.app.ManualClock;
import org.tickstock.app.database.TestDatabase;
import org.tickstock.engine.bar.BarSettings;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.market.TradeConditions;
import org.tickstock.engine.market.TradeKey;

/** A minute that a restart falls into: a live feed goes on behind it, a tape is played anew. */
@ExtendWith(TestDatabase.Resolver.class)
class BarRestartTest {

    private final ManualClock clock = new ManualClock();
    private TestDatabase database;
    private BarLane lane;
    private BarRounds rounds;

    @BeforeEach
    void start(TestDatabase given) {
        database = given.fresh();
    }

    @Test
    void addsWhatALiveFeedBringsAfterTheRestart() {
        begin(1, "massive");
        hear(BarRows.trade(0, 10, 100), BarRows.trade(20, 12, 50));
        rounds.finish(null);
        assertThat(BarRows.minutes(database)).containsExactly("09:30 10 12 10 12 150 2 provisional f");

        begin(2, "massive");
        hear(BarRows.trade(40, 9, 30), BarRows.trade(50, 11, 20), BarRows.trade(61, 13, 1));
        rounds.run(null);
        assertThat(BarRows.minutes(database)).containsExactly("09:30 10 12 9 11 200 4 provisional f");

        rounds.finish(null);
        rounds.finish(null);
        assertThat(BarRows.minutes(database)).containsExactly(
            "09:30 10 12 9 11 200 4 provisional f", "09:31 13 13 13 13 1 1 provisional f");
        assertThat(BarRows.select(database, "SELECT trim_scale(open), trim_scale(high), trim_scale(low), "
            + "trim_scale(close), trim_scale(volume) FROM ohlcv_5min")).containsExactly("10 13 9 13 201");
    }

    @Test
    void addsToTheEarlierPartAnewWithEachRevision() {
        begin(1, "massive");
        hear(BarRows.trade(0, 10, 100));
        rounds.finish(null);
        begin(2, "massive");
        Tick wrong = BarRows.trade(40, 99, 30);
        wrong.tradeKey = TradeKey.of("P", "1");
        hear(wrong, BarRows.trade(61, 13, 1));
        rounds.run(null);
        assertThat(BarRows.minutes(database)).containsExactly("09:30 10 99 10 99 130 2 provisional f");

        wrong.kind = Tick.Kind.CANCEL;
        lane.onTakenBack(wrong);
        rounds.run(null);

        assertThat(BarRows.minutes(database)).containsExactly("09:30 10 10 10 10 100 1 revised f");
    }

    @Test
    void addsATradeToldLateToAMinuteOfTheRunBeforeWithoutClosingIt() {
        begin(1, "massive");
        hear(BarRows.trade(0, 10, 100), BarRows.trade(59, 11, 100), BarRows.trade(70, 11, 1));
        rounds.finish(null);
        begin(2, "massive");
        Tick late = BarRows.trade(200, 14, 5);
        late.tsParticipantNs = BarRows.at(30);
        hear(BarRows.trade(190, 11, 1), late);
        rounds.run(null);
        Tick later = BarRows.trade(210, 15, 6);
        later.tsParticipantNs = BarRows.at(31);
        hear(later);
        rounds.run(null);

        assertThat(BarRows.minutes(database)).startsWith("09:30 10 15 10 11 211 4 revised f");
    }

    @Test
    void takesTheTapeThatIsPlayedAnewOnceItHasHeardAsMuch() {
        begin(1, "replay");
        hear(BarRows.trade(0, 10, 100), BarRows.trade(20, 12, 50), BarRows.trade(61, 12, 7), BarRows.trade(90, 12, 7));
        rounds.finish(null);
        List<String> whole = BarRows.minutes(database);

        begin(2, "replay");
        hear(BarRows.trade(0, 10, 100));
        rounds.finish(null);
        assertThat(BarRows.minutes(database)).as("cut short of the first run").isEqualTo(whole);

        begin(3, "replay");
        hear(BarRows.trade(0, 10, 100), BarRows.trade(20, 12, 50), BarRows.trade(61, 12, 7));
        rounds.finish(null);
        assertThat(BarRows.minutes(database)).as("a part of the second minute").isEqualTo(whole);

        begin(4, "replay");
        hear(BarRows.trade(0, 10, 100), BarRows.trade(20, 12, 50), BarRows.trade(61, 12, 7), BarRows.trade(90, 12, 7),
            BarRows.trade(110, 11, 1), BarRows.trade(125, 11, 1));
        rounds.run(null);
        assertThat(BarRows.minutes(database)).containsExactly(
            whole.get(0), "09:31 12 12 11 11 15 3 provisional t");
    }

    @Test
    void takesTheRecordedDayInPlaceOfTheCutOne() {
        begin(1, "massive");
        hear(BarRows.trade(0, 10, 100));
        rounds.finish(null);
        begin(2, "massive");
        hear(BarRows.trade(40, 11, 30), BarRows.trade(61, 11, 1));
        rounds.finish(null);

        begin(3, "replay");
        hear(BarRows.trade(-5, 10, 1), BarRows.trade(0, 10, 100), BarRows.trade(30, 9, 40), BarRows.trade(40, 11, 30),
            BarRows.trade(61, 11, 1));
        rounds.run(null);

        assertThat(BarRows.minutes(database)).contains("09:30 10 11 9 11 170 3 provisional t");
    }

    @Test
    void neverLetsInventedTradesTouchRealOnes() {
        begin(1, "massive");
        hear(BarRows.trade(0, 10, 100), BarRows.trade(61, 10, 100));
        rounds.run(null);
        begin(2, "synthetic");
        hear(BarRows.trade(-10, 50, 1), BarRows.trade(1, 50, 100), BarRows.trade(61, 51, 1), BarRows.trade(121, 51, 1));
        rounds.run(null);
        assertThat(BarRows.minutes(database)).containsExactly("09:29 50 50 50 50 1 1 provisional f",
            "09:30 10 10 10 10 100 1 provisional t", "09:31 51 51 51 51 1 1 provisional t");

        begin(3, "replay");
        hear(BarRows.trade(70, 10, 100), BarRows.trade(121, 10, 100));
        rounds.run(null);

        assertThat(BarRows.minutes(database)).contains("09:31 10 10 10 10 100 1 provisional f");
    }

    private void begin(long run, String provider) {
        lane = new BarLane(TradeConditions.sip(), new NewYorkCalendar(), BarSettings.defaults(), 1_024, 10);
        rounds = new BarRounds(List.of(lane), new BarTables(database.dataSource(), new BarPartitions(90, 730)),
            id -> "AAPL", new BarRun(run, provider, provider.equals("synthetic"), 0, 0), 1_000, clock);
    }

    private void hear(Tick... ticks) {
        for (Tick tick : ticks) {
            lane.onPrint(tick, MarketSession.REGULAR);
            lane.onTime(tick.tsEventNs);
        }
    }
}
