package org.tickstock.app.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.app.Wiring;
import org.tickstock.app.database.DatabaseState;
import org.tickstock.app.database.DatabaseUnavailableException;
import org.tickstock.app.database.TestDatabase;
import org.tickstock.app.feed.FeedSettings;
import org.tickstock.engine.feed.ReplaySettings;
import org.tickstock.engine.feed.SyntheticSettings;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.time.EpochClock;

/** Bars of Monday, 2013-10-07, and Tuesday, 2013-10-08. */
@ExtendWith(TestDatabase.Resolver.class)
class IntradayChangesTest {

    private static final int TUESDAY = (int) LocalDate.parse("2013-10-08").toEpochDay();
    private static final List<String> SYMBOLS = List.of("NONE", "AIG", "BAC", "OLD");

    private static final FeedSettings REPLAY = FeedSettings.of(new ReplaySettings(List.of(Path.of("tape.csv")), 1));

    private TestDatabase database;
    private DatabaseState state;
    private long nowNs;
    /** How long every question seems to take. */
    private long stepNs;

    @BeforeEach
    void store(TestDatabase given) throws Exception {
        database = given.fresh();
        state = new DatabaseState();
        Method ready = DatabaseState.class.getDeclaredMethod("ready");
        ready.setAccessible(true);
        ready.invoke(state);
        database.execute("INSERT INTO bar_runs (run, provider, is_invented, heard_from_ns, heard_to_ns) VALUES "
            + "(1, 'replay', false, 0, 0), (2, 'synthetic', true, 0, 0)");
        for (String day : List.of("04", "07", "08")) {
            String next = String.format("%02d", Integer.parseInt(day) + 1);
            database.execute("CREATE TABLE minutes_" + day + " PARTITION OF ohlcv_1min FOR VALUES FROM "
                + "('2013-10-" + day + " 00:00+00') TO ('2013-10-" + next + " 00:00+00')");
        }
        database.execute("CREATE TABLE hours_10 PARTITION OF ohlcv_hourly FOR VALUES FROM "
            + "('2013-10-01 00:00+00') TO ('2013-11-01 00:00+00')");
        minute("AIG", "2013-10-04T19:59:00Z", "REGULAR", 40, 1);
        minute("AIG", "2013-10-07T14:00:00Z", "REGULAR", 50, 1);
        minute("AIG", "2013-10-07T19:59:00Z", "REGULAR", 52, 1);
        minute("AIG", "2013-10-07T21:00:00Z", "AFTER", 70, 1);
        minute("AIG", "2013-10-08T13:30:00Z", "REGULAR", 51, 1);
        minute("AIG", "2013-10-08T14:30:00Z", "REGULAR", 51.51, 1);
        minute("AIG", "2013-10-08T14:31:00Z", "REGULAR", 90, 2);
        minute("BAC", "2013-10-08T13:30:00Z", "REGULAR", 14, 1);
        minute("OLD", "2013-10-07T14:00:00Z", "REGULAR", 9, 1);
    }

    @Test
    void comparesEachSymbolsOwnLastTwoMinutes() {
        double[] changes = changes(REPLAY).overBar(SYMBOLS, Timeframe.MINUTE, TUESDAY);

        assertThat(changes[0]).isNaN();
        assertThat(changes[1]).isCloseTo(0.01, within(1e-9));
        assertThat(changes[2]).isNaN();
        assertThat(changes[3]).isNaN();
    }

    @Test
    void comparesWithTheNewestMinuteThatIsOldEnoughAcrossAWeekendToo() {
        IntradayChanges changes = changes(REPLAY);

        assertThat(changes.overPeriod(SYMBOLS, Timeframe.MINUTE, TUESDAY, 1)[1])
            .isCloseTo(51.51 / 50 - 1, within(1e-9));
        assertThat(changes.overPeriod(SYMBOLS, Timeframe.MINUTE, TUESDAY, 2)[1])
            .isCloseTo(51.51 / 40 - 1, within(1e-9));
        assertThat(changes.overPeriod(SYMBOLS, Timeframe.MINUTE, TUESDAY, 30)[1]).isNaN();
    }

    @Test
    void takesTheSyntheticMarketsBarsOnlyWhereThatIsTheFeed() {
        FeedSettings synthetic = FeedSettings.of(SyntheticSettings.defaults());

        assertThat(changes(synthetic).overBar(SYMBOLS, Timeframe.MINUTE, TUESDAY)[1])
            .isCloseTo(90 / 51.51 - 1, within(1e-9));
    }

    @Test
    void givesAnAnswerThatTookLongAgainForAMinute() {
        stepNs = 60_000_000;
        IntradayChanges costly = changes(REPLAY);
        double[] first = costly.overBar(SYMBOLS, Timeframe.MINUTE, TUESDAY);
        minute("AIG", "2013-10-08T14:32:00Z", "REGULAR", 55, 1);

        assertThat(costly.overBar(SYMBOLS, Timeframe.MINUTE, TUESDAY)).isEqualTo(first);
        assertThat(costly.overPeriod(SYMBOLS, Timeframe.MINUTE, TUESDAY, 1)[1]).isCloseTo(0.1, within(1e-9));
        nowNs += 60_000_000_000L;
        assertThat(costly.overBar(SYMBOLS, Timeframe.MINUTE, TUESDAY)[1]).isCloseTo(55 / 51.51 - 1, within(1e-9));
    }

    @Test
    void asksAgainWhereTheAnswerWasQuick() {
        IntradayChanges quick = changes(REPLAY);
        quick.overBar(SYMBOLS, Timeframe.MINUTE, TUESDAY);
        minute("AIG", "2013-10-08T14:32:00Z", "REGULAR", 55, 1);

        assertThat(quick.overBar(SYMBOLS, Timeframe.MINUTE, TUESDAY)[1]).isCloseTo(55 / 51.51 - 1, within(1e-9));
    }

    @Test
    void readsHours() {
        hour("AIG", "2013-10-08T14:00:00Z", 100);
        hour("AIG", "2013-10-08T15:00:00Z", 98);

        assertThat(changes(REPLAY).overBar(SYMBOLS, Timeframe.HOUR, TUESDAY)[1]).isCloseTo(-0.02, within(1e-9));
    }

    @Test
    void knowsNothingOfADayWithoutASession() {
        assertThat(changes(REPLAY).overBar(SYMBOLS, Timeframe.MINUTE, TUESDAY - 2)).containsOnly(Double.NaN);
    }

    @Test
    void refusesDaysAndADatabaseThatIsAway() {
        assertThatThrownBy(() -> changes(REPLAY).overBar(SYMBOLS, Timeframe.DAY, TUESDAY))
            .hasMessage("timeframe must be shorter than a day, was daily");
        state = new DatabaseState();
        assertThatThrownBy(() -> changes(REPLAY).overBar(SYMBOLS, Timeframe.HOUR, TUESDAY))
            .isInstanceOf(DatabaseUnavailableException.class);
    }

    private void minute(String symbol, String time, String session, double close, int run) {
        database.execute("INSERT INTO ohlcv_1min (symbol, ts, session, open, high, low, close, volume, trades, "
            + "is_exact, state, revision, run) VALUES ('" + symbol + "', '" + time + "', '" + session + "', " + close
            + ", " + close + ", " + close + ", " + close + ", 1, 1, true, 'provisional', 0, " + run + ")");
    }

    private void hour(String symbol, String time, double close) {
        database.execute("INSERT INTO ohlcv_hourly (symbol, ts, session, open, high, low, close, volume, trades, "
            + "is_exact, is_invented) VALUES ('" + symbol + "', '" + time + "', 'REGULAR', " + close + ", " + close
            + ", " + close + ", " + close + ", 1, 1, true, false)");
    }

    private IntradayChanges changes(FeedSettings feed) {
        EpochClock clock = () -> nowNs += stepNs;
        return Wiring.wire(new IntradayChanges(), database.dataSource(), state, feed, new NewYorkCalendar(), clock);
    }
}
