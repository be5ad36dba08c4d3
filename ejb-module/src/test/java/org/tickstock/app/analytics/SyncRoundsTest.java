package org.tickstock.app.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.app.database.TestDatabase;
import org.tickstock.engine.analytics.GaugeReading;
import org.tickstock.engine.analytics.UniverseGauge;
import org.tickstock.engine.analytics.WindowSums;
import org.tickstock.engine.collect.SessionCounts;
import org.tickstock.engine.event.Direction;
import org.tickstock.engine.event.DisplayMessage;
import org.tickstock.engine.event.EventOrigin;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SymbolTable;

/** What is written every ten seconds, what is forgotten only then, and what a restart finds. */
@ExtendWith(TestDatabase.Resolver.class)
class SyncRoundsTest {

    private static final int DAY = (int) LocalDate.parse("2013-10-08").toEpochDay();
    private static final int REGULAR = EventOrigin.sessionKeyOf(DAY, MarketSession.REGULAR);
    private static final SymbolTable SYMBOLS = SymbolTable.of(List.of("AAPL", "BAC", "SPY"));
    private static final long START_NS = 1_381_244_400_000_000_000L;

    private final SessionCounts counts = new SessionCounts();
    private final MarketAnalytics analytics = new MarketAnalytics();
    private TestDatabase database;

    @BeforeEach
    void empty(TestDatabase given) {
        database = given.fresh();
    }

    @Test
    void writesARowForEachSymbolThatChangedAndNoneForOthers() {
        SyncRounds rounds = run("live", false, SyncRounds.NOTHING_BEFORE);
        count("AAPL", 3, 0);
        count("BAC", 0, 1);

        rounds.run(null);
        rounds.run(null);
        count("BAC", 0, 1);
        rounds.run(null);

        assertThat(rows()).containsExactly("AAPL 3 0", "BAC 0 2");
        assertThat(rounds.status().rowsWritten()).isEqualTo(3);
        assertThat(rounds.status().waiting()).isZero();
    }

    @Test
    void tellsHowManyChangesARowAndAStatementStoodFor() {
        SyncRounds rounds = run("live", false, SyncRounds.NOTHING_BEFORE);
        assertThat(rounds.status().changesPerStatement()).isZero();
        count("AAPL", 7, 0);
        count("BAC", 0, 3);

        rounds.run(null);
        rounds.run(null);

        assertThat(rounds.status().changesPerRow()).isEqualTo(5);
        assertThat(rounds.status().changesPerStatement()).isEqualTo(10);
    }

    @Test
    void keepsWhatItCouldNotWriteUntilTheDatabaseIsBack() {
        SyncRounds rounds = run("live", false, SyncRounds.NOTHING_BEFORE);
        count("AAPL", 1, 0);
        rounds.run("the database is away");
        assertThat(rounds.status().trouble()).isEqualTo("the database is away");
        assertThat(rounds.status().waiting()).isEqualTo(1);

        database.execute("ALTER TABLE symbol_session_counts RENAME TO elsewhere");
        rounds.run(null);
        assertThat(rounds.status().trouble()).startsWith("database: ");

        database.execute("ALTER TABLE elsewhere RENAME TO symbol_session_counts");
        rounds.run(null);
        assertThat(rows()).containsExactly("AAPL 1 0");
        assertThat(rounds.status().trouble()).isNull();
    }

    @Test
    void goesOnAfterARestartWithWhatALiveSessionHadCounted() {
        SyncRounds before = run("massive", false, DAY);
        count("AAPL", 4, 2);
        before.run(null);

        SessionCounts anew = new SessionCounts();
        SyncRounds after = new SyncRounds(tables("massive", 2, false), anew, analytics, DAY);
        after.run(null);
        after.run(null);

        assertThat(anew.unwritten()).isEmpty();
        assertThat(anew.totalsOf(bits("AAPL"))).isEqualTo(new SessionCounts.Totals(4, 2));
    }

    @Test
    void forgetsWhatAnEarlierRunOfATapeCountedOfTheSameSession() {
        SyncRounds before = run("replay", true, SyncRounds.NOTHING_BEFORE);
        count("AAPL", 4, 2);
        before.run(null);

        SessionCounts anew = new SessionCounts();
        SyncRounds after = new SyncRounds(tables("replay", 2, true), anew, analytics, SyncRounds.NOTHING_BEFORE);
        count(anew, "BAC", 1, 0);
        after.run(null);
        count(anew, "SPY", 1, 0);
        after.run(null);

        assertThat(rows()).containsExactly("BAC 1 0", "SPY 1 0");
    }

    @Test
    void writesEachWindowOfTheMarketOnce() throws SQLException {
        UniverseGauge gauge = new UniverseGauge(3, 3);
        GaugeReading reading = gauge.add(new WindowSums(START_NS, 500_000_000L, 300_000_000L, 7));
        AnalyticsTables tables = tables("replay", 1, true);

        tables.write(List.of(), List.of(reading));
        tables.write(List.of(), List.of(reading));

        assertThat(texts("SELECT concat_ws(' ', data_source, session_date, market_session, net_score,"
                + " current_net_score, current_activity_level, current_buying_count,"
                + " current_activity_count, ema_buying_ratio,"
                + " extract(epoch FROM window_end_time - window_start_time)::int, trades_per_minute)"
                + " FROM market_analytics"))
                .containsExactly("replay 2013-10-08 REGULAR 25.0000 10.00 Low 500 800 62.5000 10 42.00");
    }

    private SyncRounds run(String provider, boolean beginsAnew, int goesOnWith) {
        return new SyncRounds(tables(provider, 1, beginsAnew), counts, analytics, goesOnWith);
    }

    private AnalyticsTables tables(String provider, long epoch, boolean beginsAnew) {
        return new AnalyticsTables(
                database.dataSource(), SYMBOLS, new NewYorkCalendar(), provider, epoch, beginsAnew);
    }

    private void count(String ticker, int highs, int lows) {
        count(counts, ticker, highs, lows);
    }

    private static void count(SessionCounts where, String ticker, int highs, int lows) {
        for (int i = 0; i < highs + lows; i++) {
            EventType type = i < highs ? EventType.HIGH : EventType.LOW;
            Direction direction = i < highs ? Direction.UP : Direction.DOWN;
            where.add(new DisplayMessage("id", type, direction, SYMBOLS.idOf(ticker), ticker, REGULAR, 1, 1, 1, 1,
                    new byte[0]));
        }
    }

    private static BitSet bits(String ticker) {
        BitSet bits = new BitSet();
        bits.set(SYMBOLS.idOf(ticker));
        return bits;
    }

    private List<String> rows() {
        return texts("SELECT concat_ws(' ', symbol, high_count, low_count) FROM symbol_session_counts ORDER BY symbol");
    }

    private List<String> texts(String sql) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement(); ResultSet found = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (found.next()) {
                texts.add(found.getString(1));
            }
            return texts;
        } catch (SQLException refused) {
            throw new IllegalStateException(sql, refused);
        }
    }
}
