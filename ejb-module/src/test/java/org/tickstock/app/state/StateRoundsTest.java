package org.tickstock.app.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.app.database.TestDatabase;
import org.tickstock.app.history.HistoryStore;
import org.tickstock.engine.bar.DayBar;
import org.tickstock.engine.indicator.PriceBar;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.state.MarketStateView;
import org.tickstock.engine.state.StateMoment;
import org.tickstock.engine.universe.UniverseIndex;

/** What is stored and what lanes have heard, of the newest day. */
@ExtendWith(TestDatabase.Resolver.class)
class StateRoundsTest {

    private static final SymbolTable SYMBOLS = SymbolTable.of(List.of("AIG", "BAC"));
    private static final int DAY = (int) LocalDate.parse("2017-03-31").toEpochDay();

    private TestDatabase database;
    private StateRounds rounds;
    private MarketStateView view;

    @BeforeEach
    void store(TestDatabase given) {
        database = given.fresh();
        for (String symbol : List.of("AIG", "BAC")) {
            database.execute("INSERT INTO symbols (symbol, name, exchange, type, sector, industry, source) VALUES ('"
                    + symbol + "', 'A bank', 'NYSE', 'CS', 'Financials', 'Banks', 'shipped')");
            day(symbol, "2017-03-30", 10, 1_000);
        }
        rounds = new StateRounds(
                new HistoryStore(database.dataSource()), SYMBOLS::tickerOf, false, made -> view = made);
    }

    @Test
    void hasNoViewBeforeThereIsADailyBar() {
        database.execute("DELETE FROM ohlcv_daily");

        rounds.readStored();
        rounds.takeHeard(List.of(heard("BAC", DAY, 10, 12, 9, 11, 5)), day -> true);
        refresh();

        assertThat(view).isNull();
    }

    @Test
    void takesANewDayFromTheLanesAndThenFromWhatIsStoredOnlyWhatTheyHaveNotHeard() {
        rounds.readStored();
        rounds.takeHeard(List.of(heard("BAC", DAY, 10, 12, 9, 11, 500)), day -> true);
        day("BAC", "2017-03-31", 10.5, 400);
        day("AIG", "2017-03-31", 10.25, 300);
        rounds.readStored();
        refresh();

        assertThat(bar("BAC")).isEqualTo(new PriceBar(10, 12, 9, 11, 500));
        assertThat(bar("AIG").close()).isEqualTo(10.25);
        assertThat(view.tradeDay()).isEqualTo(DAY);
    }

    @Test
    void joinsWhatAnEarlierRunStoredWithWhatThisOneHasHeardSince() {
        day("BAC", "2017-03-31", 10.5, 400);
        rounds.readStored();

        rounds.takeHeard(List.of(heard("BAC", DAY, 11, 12, 10.75, 11.5, 50)), day -> false);
        refresh();

        assertThat(bar("BAC")).isEqualTo(new PriceBar(10.5, 12, 10.5, 11.5, 400));
    }

    @Test
    void leavesOutDaysThatAreOlderThanTheNewest() {
        rounds.readStored();

        rounds.takeHeard(List.of(heard("BAC", DAY - 900, 50, 50, 50, 50, 5)), day -> true);
        refresh();

        assertThat(bar("BAC").close()).isEqualTo(10);
    }

    @Test
    void isBuiltAnewWhenAnImportWasLoadedAndKeepsWhatWasHeard() {
        rounds.readStored();
        rounds.takeHeard(List.of(heard("BAC", DAY, 10, 12, 9, 11, 500)), day -> true);
        day("BAC", "2017-03-29", 9, 1);
        database.execute("INSERT INTO history_imports (kind, origin, state) VALUES ('daily', 'more.csv', 'done')");

        rounds.readStored();
        refresh();

        assertThat(view.symbol("BAC").orElseThrow().bars()).isEqualTo(3);
        assertThat(bar("BAC").close()).isEqualTo(11);
    }

    private void refresh() {
        rounds.refresh(UniverseIndex.EMPTY, StateMoment.closed(1));
    }

    private PriceBar bar(String symbol) {
        return view.symbol(symbol).orElseThrow().bar();
    }

    private static DayBar heard(String symbol, int day, double open, double high, double low, double last,
            double volume) {
        return new DayBar(SYMBOLS.idOf(symbol), day, new PriceBar(open, high, low, last, volume));
    }

    private void day(String symbol, String date, double price, long volume) {
        database.execute("INSERT INTO ohlcv_daily (symbol, bar_date, source, open, high, low, close, volume, trades,"
                + " is_invented) VALUES ('" + symbol + "', '" + date + "', 'own', " + price + ", " + price + ", "
                + price + ", " + price + ", " + volume + ", 1, false)");
    }
}
