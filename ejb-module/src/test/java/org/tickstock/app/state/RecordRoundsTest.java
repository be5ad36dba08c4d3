package org.tickstock.app.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.app.database.TestDatabase;
import org.tickstock.engine.indicator.PriceBar;
import org.tickstock.engine.state.DailyHistory;
import org.tickstock.engine.state.Instrument;
import org.tickstock.engine.state.MarketConditions.Regime;
import org.tickstock.engine.state.MarketState;
import org.tickstock.engine.state.MarketStateView;
import org.tickstock.engine.state.Stage;
import org.tickstock.engine.state.StageChange;
import org.tickstock.engine.state.StateMoment;
import org.tickstock.engine.universe.Universe;

/** What is written of a symbol that rises for 230 days and then falls. */
@ExtendWith(TestDatabase.Resolver.class)
class RecordRoundsTest {

    private static final int RISING = 230;
    private static final int KEPT_DAYS = 90;
    private static final LocalDate EVER = LocalDate.ofEpochDay(0);
    private static final LocalDate NEVER = LocalDate.of(9999, 1, 1);
    private static final Instant OPEN = Instant.parse("2017-03-31T13:30:00Z");

    private TestDatabase database;
    private StateTables tables;

    @BeforeEach
    void open(TestDatabase given) {
        database = given.fresh();
        tables = new StateTables(database.dataSource(), false);
    }

    @Test
    void writesEveryChangeOfAStageOnceHoweverOftenARunBegins() throws SQLException {
        MarketStateView view = market(1, 40).refresh(StateMoment.closed(1));
        List<StageChange> changes = view.symbol("AIG").orElseThrow().stage().changes();

        new RecordRounds(tables, KEPT_DAYS).run(view, OPEN);
        new RecordRounds(tables, KEPT_DAYS).run(view, OPEN);

        assertThat(changes).hasSizeGreaterThan(2);
        assertThat(written()).isEqualTo(changes);
        assertThat(changes.get(0).previous()).isEqualTo(Stage.INSUFFICIENT);
    }

    @Test
    void goesOnWithTheHistoryWhenBarsReachBackLessFar() throws SQLException {
        new RecordRounds(tables, KEPT_DAYS).run(market(1, 20).refresh(StateMoment.closed(1)), OPEN);
        List<StageChange> before = written();
        MarketStateView later = market(25, 40).refresh(StateMoment.closed(1));

        new RecordRounds(tables, KEPT_DAYS).run(later, OPEN);

        MarketStateView whole = market(1, 40).refresh(StateMoment.closed(1));
        List<StageChange> all = whole.symbol("AIG").orElseThrow().stage().changes();
        assertThat(before).hasSizeLessThan(all.size());
        assertThat(written()).isEqualTo(all);
    }

    @Test
    void putsALineRightThatTheBarsNowShowOtherwise() throws SQLException {
        MarketStateView view = market(1, 40).refresh(StateMoment.closed(1));
        StageChange wrong = new StageChange(RISING + 38, Stage.BASING, Stage.BEARISH_TREND, RISING + 37);
        tables.write(List.of(), List.of(new StageLine("AIG", wrong)));

        new RecordRounds(tables, KEPT_DAYS).run(view, OPEN);

        assertThat(written()).isEqualTo(view.symbol("AIG").orElseThrow().stage().changes());
    }

    @Test
    void keepsTheSyntheticMarketApart() throws SQLException {
        new RecordRounds(new StateTables(database.dataSource(), true), KEPT_DAYS)
            .run(market(1, 40).refresh(StateMoment.closed(1)), OPEN);

        assertThat(written()).isEmpty();
        assertThat(tables.minutes("sp500", EVER, NEVER, 10)).isEmpty();
    }

    @Test
    void writesTheConditionsOfEachMinuteOnceAndOfTheCloseAsTheyEnd() throws SQLException {
        MarketState market = market(1, 40);
        RecordRounds rounds = new RecordRounds(tables, KEPT_DAYS);
        int day = RISING + 40;

        rounds.run(market.refresh(new StateMoment(1, day, 0.25)), OPEN);
        rounds.run(market.refresh(new StateMoment(2, day, 0.25)), OPEN);
        rounds.run(market.refresh(new StateMoment(3, day, 0.5)), OPEN.plusSeconds(60));
        rounds.run(market.refresh(StateMoment.closed(4)), OPEN.plusSeconds(120));
        market.update("AIG", day, bar(100));
        MarketStateView last = market.refresh(StateMoment.closed(5));
        rounds.run(last, OPEN.plusSeconds(120));

        List<ConditionsAt> minutes = tables.minutes("sp500", EVER, NEVER, 10);
        assertThat(minutes).extracting(ConditionsAt::marketTime)
            .containsExactly(OPEN.plusSeconds(120), OPEN.plusSeconds(60), OPEN);
        assertThat(minutes).extracting(ConditionsAt::forming).containsExactly(false, true, true);
        assertThat(minutes.get(0).previousDay()).isEqualTo(day - 1);
        assertThat(minutes.get(0).conditions().benchmarkPct())
            .isEqualTo(last.universe("sp500").orElseThrow().conditions().benchmarkPct());
        assertThat(minutes.get(0).conditions().regime()).isNotEqualTo(Regime.UNKNOWN);
        assertThat(tables.closes("sp500", EVER, NEVER, 10)).containsExactly(minutes.get(0));
    }

    @Test
    void forgetsOldMinutesButNotHowDaysClosed() throws SQLException {
        int day = RISING + 40;
        Instant newest = LocalDate.ofEpochDay(day).atTime(14, 30).toInstant(ZoneOffset.UTC);
        for (int age : new int[] {KEPT_DAYS + 1, KEPT_DAYS, 1}) {
            LocalDate past = LocalDate.ofEpochDay(day - age);
            minute(past.atTime(14, 30), true, false);
            minute(past.atTime(14, 30), true, true);
            minute(past.atTime(21, 0), false, false);
        }

        new RecordRounds(tables, KEPT_DAYS).run(market(1, 40).refresh(new StateMoment(1, day, 0.25)), newest);

        List<ConditionsAt> left = tables.minutes("sp500", EVER, NEVER, 100);
        assertThat(left).filteredOn(ConditionsAt::forming).extracting(at -> day - at.day())
            .containsExactly(0, 1, KEPT_DAYS);
        assertThat(left).filteredOn(at -> !at.forming()).hasSize(3);
        assertThat(new StateTables(database.dataSource(), true).minutes("sp500", EVER, NEVER, 100)).hasSize(3);
    }

    private void minute(LocalDateTime at, boolean forming, boolean isInvented) {
        database.execute("""
            INSERT INTO market_conditions (universe, is_invented, market_time, trade_date, is_forming, benchmark,
                regime, trend) VALUES ('sp500', %s, '%sZ', '%s', %s, 'SPY', 'NEUTRAL', 'NEUTRAL')"""
            .formatted(isInvented, at, at.toLocalDate(), forming));
    }

    @Test
    void comesBackWhenTheDatabaseDoes() throws SQLException {
        RecordRounds rounds = new RecordRounds(tables, KEPT_DAYS);
        MarketStateView view = market(1, 40).refresh(StateMoment.closed(1));
        database.execute("ALTER TABLE stage_history RENAME TO away");

        rounds.run(view, OPEN);
        database.execute("ALTER TABLE away RENAME TO stage_history");
        rounds.run(view, OPEN);

        assertThat(written()).isNotEmpty();
    }

    private List<StageChange> written() throws SQLException {
        return tables.lines(List.of("AIG"), EVER, NEVER, 100).stream().map(StageLine::change)
            .sorted((one, other) -> Integer.compare(one.day(), other.day())).toList();
    }

    private static MarketState market(int firstDay, int falling) {
        DailyHistory.Builder bars = new DailyHistory.Builder();
        for (int day = firstDay; day <= RISING + falling; day++) {
            bars.add(day, bar(100 + Math.min(day, RISING) * 0.2 - Math.max(0, day - RISING) * 1.2));
        }
        MarketState market = new MarketState(
            List.of(new Instrument("AIG", "AIG", "Financials", "", Double.NaN, false)), Map.of("AIG", bars.build()));
        market.universes(List.of(new Universe("sp500", "S&P 500", List.of("AIG"))));
        return market;
    }

    private static PriceBar bar(double close) {
        return new PriceBar(close, close + 0.5, close - 0.5, close, 1_000);
    }
}
