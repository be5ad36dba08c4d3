package org.tickstock.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.tickstock.engine.state.TinyMarket.bar;
import static org.tickstock.engine.state.TinyMarket.find;
import static org.tickstock.engine.state.TinyMarket.flat;
import static org.tickstock.engine.state.TinyMarket.then;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarketStateTest {

    @Test
    void ranksByRelativeStrengthWithTiesBySymbol() {
        // 64 bars: only the quarter and the month are known, 0.4 and 0.2 of 0.6; B and C are equal
        UniverseState universe = new TinyMarket()
                .symbol("D", then(flat(63, 100), 90)).symbol("C", then(flat(63, 100), 110))
                .symbol("B", then(flat(63, 50), 55)).symbol("A", then(flat(63, 100), 130)).closed();

        assertThat(find(universe, "A").figures().performance().relativeStrength()).isCloseTo(30, within(1e-9));
        assertThat(universe.rankings(RankingQuery.strongest(10))).extracting(Standing::symbol)
                .containsExactly("A", "B", "C", "D");
        assertThat(universe.standings()).extracting(Standing::place).containsExactly(1, 2, 3, 4);
        assertThat(universe.standings()).extracting(Standing::rsRank).containsExactly(99, 50, 50, 1);
    }

    @Test
    void countsPlacesGainedSinceTheBarBefore() {
        // with 65 bars there is a strength on the bar before: then A was first and B second
        UniverseState universe = new TinyMarket()
                .symbol("A", then(flat(63, 100), 120, 105)).symbol("B", then(flat(63, 100), 110, 130)).closed();

        assertThat(find(universe, "B").placeChange()).isEqualTo(1);
        assertThat(find(universe, "A").placeChange()).isEqualTo(-1);
    }

    @Test
    void leavesStaleSymbolsOutOfEverythingThatIsOfTheDay() {
        UniverseState universe = new TinyMarket().symbol("LIVE", then(flat(99, 10), 11))
                .symbol("HALT", then(flat(98, 10), 12)).closed();

        Standing halted = find(universe, "HALT");
        assertThat(halted.isStale()).isTrue();
        assertThat(halted.livePct()).isNaN();
        assertThat(halted.place()).isZero();
        assertThat(halted.figures().performance().weekPct()).isCloseTo(20, within(1e-9));
        assertThat(universe.staleCount()).isEqualTo(1);
        assertThat(universe.breadth().metrics().get(BreadthMetric.DAY_CHANGE)).isEqualTo(new BreadthCount(1, 0, 0));
    }

    @Test
    void knowsAYearAndALongAverageOnceThereAreTheBars() {
        UniverseState shorter = new TinyMarket().symbol("A", flat(252, 10)).closed();
        UniverseState longer = new TinyMarket().symbol("A", then(flat(252, 10), 11)).closed();

        assertThat(find(shorter, "A").figures().averages().sma200()).isCloseTo(10, within(1e-9));
        assertThat(find(shorter, "A").figures().performance().yearPct()).isNaN();
        assertThat(find(longer, "A").figures().performance().yearPct()).isCloseTo(10, within(1e-9));
        assertThat(longer.breadth().metrics().get(BreadthMetric.YEAR).up()).isEqualTo(1);
        assertThat(longer.breadth().metrics().get(BreadthMetric.PRICE_TO_SMA200).pctUp()).isEqualTo(100);
    }

    @Test
    void saysOfTooFewBarsThatTheyAre() {
        UniverseState universe = new TinyMarket().symbol("NEW", 10).symbol("NONE", new double[0]).closed();

        for (String symbol : List.of("NEW", "NONE")) {
            Standing standing = find(universe, symbol);
            assertThat(standing.livePct()).isNaN();
            assertThat(standing.stage()).isEqualTo(Stage.INSUFFICIENT);
            assertThat(standing.strength()).isEqualTo(StrengthLetter.UNKNOWN);
            assertThat(standing.confidence()).isNaN();
            assertThat(Bucket.of(standing.figures()).kind()).isEqualTo(Bucket.Kind.INSUFFICIENT);
        }
        assertThat(universe.conditions().regime()).isEqualTo(MarketConditions.Regime.UNKNOWN);
        assertThat(universe.breadth().metrics().get(BreadthMetric.YEAR).pctUp()).isNaN();
        assertThat(universe.breadth().upVolumePct()).isNaN();
    }

    @Test
    void confirmsAStageOnTheSecondCloseAndShowsItBefore() {
        // 219 bars at 100, then a fall to 80: below the lowest low of the 50 bars before, 99.5
        MarketState market = new TinyMarket().symbol("A", flat(219, 100)).market();

        assertThat(stage(market, 1)).isEqualTo("2A 2A");
        market.update("A", 220, bar(80));
        assertThat(stage(market, 0.5)).isEqualTo("2A 4C");
        assertThat(stage(market, 1)).isEqualTo("2A 4C");
        market.update("A", 221, bar(79));
        assertThat(stage(market, 0.5)).isEqualTo("2A 4C");
        assertThat(stage(market, 1)).isEqualTo("4C 4C");

        UniverseState universe = view(market, 1);
        assertThat(find(universe, "A").figures().stage().changes()).last()
                .isEqualTo(new StageChange(221, Stage.BREAKDOWN_CONFIRMED, Stage.EARLY_BULLISH, 220));
        assertThat(universe.stages().changedToday()).extracting(Standing::symbol).containsExactly("A");
        assertThat(universe.stages().pct(Stage.BREAKDOWN_CONFIRMED)).isEqualTo(100);
    }

    private static String stage(MarketState market, double fraction) {
        StageFigures stage = find(view(market, fraction), "A").figures().stage();
        return stage.stage().code() + " " + stage.live().code();
    }

    /** As of the newest bar, of whose session this fraction has gone by. */
    private static UniverseState view(MarketState market, double fraction) {
        int day = market.refresh(StateMoment.closed(0)).symbol("A").orElseThrow().day();
        return market.refresh(new StateMoment(0, day, fraction)).universe("all").orElseThrow();
    }

    @Test
    void measuresVolumeAgainstWhatIsUsualByThisTimeOfDay() {
        MarketState market = new TinyMarket().symbol("A", flat(20, 100)).market();
        market.update("A", 21, bar(100, 300));

        // 300 of 1,000 shares; a quarter of the day gone by; and a fraction below a twentieth counts as one
        assertThat(find(view(market, 1), "A").relativeVolume()).isCloseTo(0.3, within(1e-12));
        assertThat(find(view(market, 0.25), "A").relativeVolume()).isCloseTo(1.2, within(1e-12));
        assertThat(find(view(market, 0.01), "A").relativeVolume()).isCloseTo(6, within(1e-12));
    }

    @Test
    void measuresTheVolumeOfAFormingDayOnlyWhereItIsToldWhatIsUsual() {
        MarketState market = new TinyMarket().symbol("A", flat(30, 100)).market();
        market.update("A", 31, bar(100, 800));

        // 800 shares of 1,000 a day, of which 40 % are usual by now
        assertThat(conditions(market, Double.NaN).volume()).isEqualTo(MarketConditions.Level.UNKNOWN);
        assertThat(conditions(market, 0.4).volumeRatio()).isCloseTo(2, within(1e-12));
        assertThat(conditions(market, 0.4).volume()).isEqualTo(MarketConditions.Level.HIGH);
    }

    @Test
    void knowsTheBenchmarksChangeOnlyOfADayOfWhichItHasABar() {
        TinyMarket market = new TinyMarket().symbol("AAA", 10, 11, 12);

        assertThat(market.symbol("SPY", 100, 101, 104.03).closed().conditions().benchmarkPct())
                .isCloseTo(3, within(1e-9));
        assertThat(new TinyMarket().symbol("AAA", 10, 11, 12).symbol("SPY", 100, 101).closed().conditions()
                .benchmarkPct()).isNaN();
    }

    @Test
    void countsVersionsOnBehindThoseOfTheMarketItTakesThePlaceOf() {
        MarketState market = new TinyMarket().symbol("AAA", 10, 11).market();

        market.versionsAfter(41);

        assertThat(market.refresh(StateMoment.closed(0)).version()).isEqualTo(42);
        assertThat(market.refresh(StateMoment.closed(1)).version()).isEqualTo(42);
    }

    private static MarketConditions conditions(MarketState market, double usual) {
        return market.refresh(new StateMoment(0, 31, 0.3, usual)).universe("all").orElseThrow().conditions();
    }

    @Test
    void answersTheSameOnTheSameBars() {
        MarketState market = new TinyMarket().symbol("A", flat(20, 100)).symbol("B", flat(20, 90)).market();

        MarketStateView first = market.refresh(StateMoment.closed(1));
        MarketStateView second = market.refresh(StateMoment.closed(2));

        assertThat(second.version()).isEqualTo(first.version());
        assertThat(second.asOfNs()).isEqualTo(2);
        assertThat(second.universe("all").orElseThrow()).isSameAs(first.universe("all").orElseThrow());
    }

    @Test
    void computesOnlySymbolsWhoseBarChanged() {
        MarketState market = new TinyMarket().symbol("A", flat(20, 100)).symbol("B", flat(20, 90)).market();
        MarketStateView before = market.refresh(StateMoment.closed(0));

        market.update("A", 20, bar(101));
        MarketStateView after = market.refresh(StateMoment.closed(0));

        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.changedSince(before)).containsExactly("A");
        assertThat(after.symbol("B").orElseThrow()).isSameAs(before.symbol("B").orElseThrow());
        assertThat(after.symbol("A").orElseThrow().last()).isEqualTo(101);
        assertThat(before.symbol("A").orElseThrow().last()).isEqualTo(100);
    }

    @Test
    void findsUniversesInAnyCaseAndRefusesUnknownOnes() {
        MarketStateView view = new TinyMarket().symbol("A", 1, 2).market().refresh(StateMoment.closed(0));

        assertThat(view.universe("ALL")).isEqualTo(view.universe("all")).isPresent();
        assertThat(view.universe("none")).isEmpty();
        assertThat(view.union(List.of("all", "All")).orElseThrow()).hasSize(1);
        assertThat(view.union(List.of("all", "none"))).isEmpty();
    }

    @Test
    void refusesBarsOfThePastAndOfUnknownSymbols() {
        MarketState market = new TinyMarket().symbol("A", 10, 11, 12).market();

        assertThat(market.update("A", 2, bar(50))).isFalse();
        assertThat(market.update("NONE", 4, bar(50))).isFalse();
        assertThat(market.refresh(StateMoment.closed(0)).symbol("A").orElseThrow().last()).isEqualTo(12);
    }

    @Test
    void refusesASymbolThatIsNamedTwice() {
        Instrument twice = new Instrument("A", "A", "", "", Double.NaN, false);

        assertThatThrownBy(() -> new MarketState(List.of(twice, twice), Map.of()))
                .hasMessage("an instrument must be named once, was A");
    }

    @Test
    void hasNoStateOfAUniverseWithoutAnyDay() {
        assertThat(new TinyMarket().symbol("A").market().refresh(StateMoment.closed(0)).universe("all")).isEmpty();
    }
}
