package org.tickstock.app.bar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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

@ExtendWith(TestDatabase.Resolver.class)
class BarRoundsTest {

    private static final String AWAY = "database away";

    private final ManualClock clock = new ManualClock();
    private TestDatabase database;
    private BarLane lane;
    private BarRounds rounds;

    @BeforeEach
    void start(TestDatabase given) {
        database = given.fresh();
        begin(1, "replay");
    }

    @Test
    void writesEveryClosedMinuteOnceAndRollsItUp() {
        hear(BarRows.trade(-50, 9, 10), BarRows.trade(1, 10, 100), BarRows.trade(59, 11, 100),
            BarRows.trade(61, 12, 100), BarRows.trade(301, 8.0001, 50), BarRows.trade(3_601, 9.5, 7));
        rounds.run(null);
        lane.onTime(BarRows.at(3_662));
        rounds.run(null);
        clock.advance(Duration.ofMinutes(5));
        rounds.run(null);

        assertThat(BarRows.minutes(database)).containsExactly(
            "09:29 9 9 9 9 10 1 provisional f", "09:30 10 11 10 11 200 2 provisional t",
            "09:31 12 12 12 12 100 1 provisional t", "09:35 8.0001 8.0001 8.0001 8.0001 50 1 provisional t",
            "10:30 9.5 9.5 9.5 9.5 7 1 provisional t");
        assertThat(BarRows.select(database, "SELECT to_char(ts AT TIME ZONE 'America/New_York', 'HH24:MI'), session, "
            + "trim_scale(open), trim_scale(high), trim_scale(low), trim_scale(close), trim_scale(volume), trades "
            + "FROM ohlcv_5min ORDER BY ts")).containsExactly("09:25 PRE 9 9 9 9 10 1",
                "09:30 REGULAR 10 12 10 12 300 3", "09:35 REGULAR 8.0001 8.0001 8.0001 8.0001 50 1",
                "10:30 REGULAR 9.5 9.5 9.5 9.5 7 1");
        assertThat(BarRows.select(database, "SELECT to_char(ts AT TIME ZONE 'America/New_York', 'HH24:MI'), "
            + "trim_scale(open), trim_scale(high), trim_scale(low), trim_scale(close), trim_scale(volume), is_invented "
            + "FROM ohlcv_hourly ORDER BY ts")).containsExactly("09:00 9 12 8.0001 8.0001 360 f",
                "10:00 9.5 9.5 9.5 9.5 7 f");
        assertThat(BarRows.select(database, "SELECT symbol, bar_date, source, trim_scale(open), trim_scale(high), "
            + "trim_scale(low), trim_scale(close), trim_scale(volume), trades, is_exact FROM ohlcv_daily"))
            .containsExactly("AAPL 2013-10-08 own 10 12 8.0001 9.5 357 5 t");
        assertThat(rounds.status()).isEqualTo(new BarStatus(5, 0, 1, 0, 0, 0, null));
    }

    @Test
    void revisesAMinuteWhenATradeComesLateOrIsTakenBack() {
        Tick wrong = BarRows.trade(30, 99, 100);
        wrong.tradeKey = TradeKey.of("P", "1");
        Tick alone = BarRows.trade(130, 7, 100);
        alone.tradeKey = TradeKey.of("P", "2");
        Tick right = BarRows.trade(1, 10, 100);
        right.tradeKey = TradeKey.of("P", "0");
        hear(right, wrong, BarRows.trade(61, 11, 100), alone, BarRows.trade(181, 11, 1));
        rounds.run(null);
        wrong.kind = Tick.Kind.CANCEL;
        alone.kind = Tick.Kind.CANCEL;
        lane.onTakenBack(wrong);
        lane.onTakenBack(alone);
        Tick late = BarRows.trade(200, 13, 5);
        late.tsParticipantNs = BarRows.at(62);
        hear(late);
        rounds.run(null);

        assertThat(BarRows.minutes(database)).containsExactly(
            "09:30 10 10 10 10 100 1 revised f", "09:31 11 13 11 13 105 2 revised t");
        assertThat(BarRows.select(database, "SELECT trim_scale(high), trim_scale(low), trim_scale(volume) "
            + "FROM ohlcv_5min")).containsExactly("13 10 205");
        assertThat(rounds.status().revised()).isEqualTo(3);
    }

    @Test
    void forgetsRollUpsOfMinutesThatNeverWere() {
        Tick alone = BarRows.trade(1, 7, 100);
        alone.tradeKey = TradeKey.of("P", "2");
        hear(alone);
        lane.onTime(BarRows.at(62));
        rounds.run(null);
        assertThat(BarRows.minutes(database)).hasSize(1);
        alone.kind = Tick.Kind.CANCEL;
        lane.onTakenBack(alone);

        rounds.run(null);

        clock.advance(Duration.ofSeconds(29));
        rounds.run(null);
        assertThat(BarRows.select(database, "SELECT symbol FROM ohlcv_daily")).hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        rounds.run(null);
        for (String table : List.of("ohlcv_1min", "ohlcv_5min", "ohlcv_hourly", "ohlcv_daily")) {
            assertThat(BarRows.select(database, "SELECT symbol FROM " + table)).as(table).isEmpty();
        }
    }

    @Test
    void waitsForTheDatabaseAndLosesOnlyWhatDoesNotFit() {
        hear(BarRows.trade(1, 10, 100), BarRows.trade(61, 11, 100), BarRows.trade(121, 12, 100));
        rounds.run(AWAY);
        assertThat(rounds.status()).isEqualTo(new BarStatus(0, 0, 0, 2, 0, 0, AWAY));
        assertThat(rounds.oldestWaitingNs()).isEqualTo(BarRows.at(0));

        rounds.run(null);

        assertThat(BarRows.minutes(database)).hasSize(2);
        assertThat(rounds.status()).isEqualTo(new BarStatus(2, 0, 2, 0, 0, 0, null));
        rounds = new BarRounds(List.of(lane), tables(), id -> "AAPL", new BarRun(1, "replay", false, 0, 0), 2, clock);
        for (int minute = 3; minute < 7; minute++) {
            hear(BarRows.trade(minute * 60 + 1, 12, 100));
        }
        rounds.run(AWAY);
        assertThat(rounds.status().lost()).isEqualTo(2);
        assertThat(rounds.status().pending()).isEqualTo(2);
    }

    @Test
    void triesAgainAfterAFaultOfTheDatabase() {
        hear(BarRows.trade(1, 10, 100), BarRows.trade(61, 11, 100));
        database.execute("ALTER TABLE ohlcv_hourly RENAME TO elsewhere");
        rounds.run(null);
        assertThat(rounds.status().trouble()).startsWith("database: ");
        assertThat(BarRows.minutes(database)).isEmpty();
        database.execute("ALTER TABLE elsewhere RENAME TO ohlcv_hourly");

        rounds.run(null);

        assertThat(BarRows.minutes(database)).hasSize(1);
        assertThat(rounds.status().trouble()).isNull();
    }

    @Test
    void keepsMinutesAndRollUpsForTheirOwnTimeCountedFromTheNewest() {
        rounds = new BarRounds(List.of(lane), new BarTables(database.dataSource(), new BarPartitions(3, 40)),
            id -> "AAPL", new BarRun(1, "replay", false, 0, 0), 1_000, clock);
        for (int day : new int[] {0, 1, 2, 50}) {
            hear(BarRows.trade(day * 86_400 + 1, 10, 100));
            lane.onTime(BarRows.at(day * 86_400 + 62));
            rounds.run(null);
            clock.advance(Duration.ofMinutes(1));
            rounds.run(null);
        }

        assertThat(BarRows.select(database, "SELECT ts::date FROM ohlcv_1min")).containsExactly("2013-11-27");
        assertThat(BarRows.select(database, "SELECT ts::date FROM ohlcv_5min ORDER BY ts"))
            .containsExactly("2013-10-08", "2013-10-09", "2013-10-10", "2013-11-27");
        assertThat(BarRows.select(database, "SELECT bar_date FROM ohlcv_daily")).hasSize(3);
    }

    private void begin(long run, String provider) {
        lane = new BarLane(TradeConditions.sip(), new NewYorkCalendar(), BarSettings.defaults(), 1_024, 10);
        rounds = new BarRounds(List.of(lane), tables(), id -> "AAPL",
            new BarRun(run, provider, provider.equals("synthetic"), 0, 0), 1_000, clock);
    }

    private BarTables tables() {
        return new BarTables(database.dataSource(), new BarPartitions(90, 730));
    }

    private void hear(Tick... ticks) {
        for (Tick tick : ticks) {
            lane.onPrint(tick, MarketSession.REGULAR);
            lane.onTime(tick.tsEventNs);
        }
    }
}
