package org.tickstock.app.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.app.ManualClock;
import org.tickstock.app.Wiring;
import org.tickstock.app.database.DatabaseState;
import org.tickstock.app.database.DatabaseUnavailableException;
import org.tickstock.app.database.TestDatabase;
import org.tickstock.engine.PipelineSettings;
import org.tickstock.engine.bar.PastTrade;
import org.tickstock.engine.detect.DetectSettings;
import org.tickstock.engine.detect.SymbolDay;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;

/** What is answered while some of it is in the database, some on its way there, and some still forming. */
@ExtendWith(TestDatabase.Resolver.class)
@Timeout(60)
class BarHistoryTest {

    private static final int TRADE_DAY = 15_986;

    private final NewYorkCalendar calendar = new NewYorkCalendar();
    private final SymbolTable symbols = SymbolTable.of(List.of("AAPL", "BAC"));
    private final DatabaseState state = new DatabaseState();
    private TestDatabase database;
    private BarLane lane;
    private BarRounds rounds;
    private BarHistory history;

    @BeforeEach
    void start(TestDatabase given) throws Exception {
        database = given.fresh();
        Method ready = DatabaseState.class.getDeclaredMethod("ready");
        ready.setAccessible(true);
        ready.invoke(state);
        begin(1, "massive");
    }

    @Test
    void answersEveryMinuteWhereverItIs() throws Exception {
        hear(BarRows.trade(0, 10, 100), BarRows.trade(61, 11, 100));
        rounds.run(null);
        hear(BarRows.trade(121, 12, 100), BarRows.trade(1, 130, 5, 7), BarRows.trade(130, 12.5, 50));
        assertThat(minutes("AAPL")).containsExactly("13:30 10 100 provisional", "13:31 11 100 provisional",
            "13:32 12.5 150 forming");

        hear(BarRows.trade(181, 13, 1));
        rounds.run("database away");
        assertThat(minutes("AAPL")).containsExactly("13:30 10 100 provisional", "13:31 11 100 provisional",
            "13:32 12.5 150 provisional", "13:33 13 1 forming");
        assertThat(minutes("BAC")).containsExactly("13:32 5 7 provisional");

        rounds.run(null);
        assertThat(minutes("AAPL")).hasSize(4).contains("13:32 12.5 150 provisional", "13:33 13 1 forming");
        assertThat(minutes("NOBODY")).isEmpty();
    }

    @Test
    void answersARevisionBeforeItIsWritten() throws Exception {
        hear(BarRows.trade(0, 10, 100), BarRows.trade(61, 11, 100));
        rounds.run(null);
        Tick late = BarRows.trade(70, 14, 5);
        late.tsParticipantNs = BarRows.at(59);
        hear(late);

        assertThat(minutes("AAPL")).containsExactly("13:30 14 105 revised", "13:31 11 100 forming");
    }

    @Test
    void addsWhatFormsToWhatTheRunBeforeHadHeard() throws Exception {
        hear(BarRows.trade(0, 10, 100));
        rounds.finish(null);
        begin(2, "massive");
        hear(BarRows.trade(40, 11, 5));

        assertThat(minutes("AAPL")).containsExactly("13:30 11 105 forming");
        hear(BarRows.trade(61, 12, 1));
        rounds.run(null);
        assertThat(minutes("AAPL")).containsExactly("13:30 11 105 provisional", "13:31 12 1 forming");
    }

    @Test
    void showsTheWholeMinuteWhileATapeIsPlayedAnew() throws Exception {
        begin(3, "replay");
        hear(BarRows.trade(0, 10, 100), BarRows.trade(20, 11, 50), BarRows.trade(61, 12, 1));
        rounds.finish(null);
        begin(4, "replay");
        hear(BarRows.trade(0, 10, 100));

        assertThat(minutes("AAPL")).containsExactly("13:30 11 150 provisional", "13:31 12 1 provisional");
    }

    @Test
    void givesTheNewestThatFitAndSaysWhetherThereAreOlder() throws Exception {
        for (int minute = 0; minute < 6; minute++) {
            hear(BarRows.trade(minute * 60, 10 + minute, 1));
        }
        rounds.run(null);

        BarPage page = ask(() -> history.bars(new BarQuery("AAPL", Timeframe.MINUTE, null, null, 2)));
        assertThat(page.isMore()).isTrue();
        assertThat(page.bars()).extracting(BarPoint::closeMicros).containsExactly(14_000_000L, 15_000_000L);
        BarPage bounded = ask(() -> history.bars(new BarQuery("AAPL", Timeframe.MINUTE,
            Instant.parse("2013-10-08T13:31:00Z"), Instant.parse("2013-10-08T13:33:00Z"), 10)));
        assertThat(bounded.isMore()).isFalse();
        assertThat(bounded.bars()).extracting(BarPoint::closeMicros).containsExactly(11_000_000L, 12_000_000L);
        BarPage fives = ask(() -> history.bars(new BarQuery("AAPL", Timeframe.FIVE_MINUTES, null, null, 10)));
        assertThat(fives.bars()).extracting(BarPoint::closeMicros).containsExactly(14_000_000L);
    }

    @Test
    void callsAMinuteFinalOnceTheNextTradeDateHasBegun() throws Exception {
        hear(BarRows.trade(0, 10, 100), BarRows.trade(61, 11, 100));
        rounds.run(null);
        lane.onDayEnd(new SymbolDay(0, "AAPL", TRADE_DAY, List.of()));
        hear(BarRows.trade(86_400, 12, 1));
        rounds.run(null);

        assertThat(minutes("AAPL")).containsExactly("13:30 10 100 final", "13:31 11 100 final", "13:30 12 1 forming");
    }

    @Test
    void remembersTheLastTrades() throws Exception {
        hear(BarRows.trade(0, 10, 100), BarRows.trade(1, 11, 100), BarRows.trade(2, 12, 100));

        List<PastTrade> trades = ask(() -> history.lastTrades("AAPL", 2)).orElseThrow();

        assertThat(trades).extracting(PastTrade::priceMicros).containsExactly(11_000_000L, 12_000_000L);
        assertThat(history.lastTrades("NOBODY", 2)).isEmpty();
    }

    @Test
    void saysThatTheDatabaseIsAway() {
        BarHistory away = Wiring.wire(new BarHistory(), new DatabaseState());

        assertThatThrownBy(() -> away.bars(new BarQuery("AAPL", Timeframe.MINUTE, null, null, 10)))
            .isInstanceOf(DatabaseUnavailableException.class);
    }

    private void begin(long run, String provider) {
        PipelineSettings defaults = PipelineSettings.defaults();
        PipelineSettings one = new PipelineSettings(DetectSettings.defaults().withLanes(1), defaults.prioritize(),
            defaults.work(), defaults.collect());
        BarLanes lanes = Wiring.wire(new BarLanes(), one, calendar, BarWriterSettings.defaults());
        lane = (BarLane) lanes.observeNext();
        rounds = new BarRounds(lanes.all(), new BarTables(database.dataSource(), new BarPartitions(90, 730)),
            symbols::tickerOf, new BarRun(run, provider, false, 0, 0), 1_000, new ManualClock());
        history = Wiring.wire(new BarHistory(), database.dataSource(), state, symbols, calendar, lanes,
            Wiring.wire(new MinuteBarWriter(), rounds));
        history.open();
    }

    private void hear(Tick... ticks) {
        for (Tick tick : ticks) {
            lane.onPrint(tick, MarketSession.REGULAR);
            lane.onTime(tick.tsEventNs);
        }
    }

    private List<String> minutes(String symbol) throws Exception {
        return ask(() -> history.bars(new BarQuery(symbol, Timeframe.MINUTE, null, null, 100))).bars().stream()
            .map(bar -> Instant.ofEpochMilli(bar.startMs()).toString().substring(11, 16) + ' '
                + number(bar.closeMicros()) + ' ' + number(bar.volumeMicros()) + ' ' + bar.state())
            .map(text -> text.replace(".0 ", " ")).toList();
    }

    private static String number(long micros) {
        return Double.toString(micros / 1e6);
    }

    /** Asks on another thread, while this one does the lane's rounds. */
    private <T> T ask(Callable<T> question) throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<T> answer = other.submit(question);
            while (!answer.isDone()) {
                lane.onTime(0);
                Thread.onSpinWait();
            }
            return answer.get();
        } finally {
            other.shutdownNow();
        }
    }
}
