package org.tickstock.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tickstock.engine.state.TinyMarket.flat;
import static org.tickstock.engine.state.TinyMarket.then;

import org.junit.jupiter.api.Test;

class SectorRotationTest {

    private static final int BARS = 160;

    /** Two sectors against SPY, which stands still: on the last day energy falls by a tenth, technology stays. */
    private final TinyMarket market = new TinyMarket()
            .symbol("SPY", flat(BARS, 200))
            .symbol("XOM", "Energy", 300e9, then(flat(BARS - 1, 100), 90))
            .symbol("CVX", "Energy", 100e9, then(flat(BARS - 1, 50), 45))
            .symbol("IBM", "Technology", Double.NaN, flat(BARS, 80));

    @Test
    void tellsAChangeOfQuadrant() {
        GroupState energy = energy(market.closed());

        assertThat(energy.events()).containsExactly(
                new RotationEvent(BARS, RotationEvent.Kind.QUADRANT, "leading", "lagging"));
        assertThat(energy.rotation().ratio()).isCloseTo(100 - 0.98 * Math.sqrt(50), within(1e-9));
        assertThat(energy.trail()).last().isEqualTo(energy.rotation());
    }

    @Test
    void countsWhoRoseAndFell() {
        UniverseState universe = market.closed();

        assertThat(energy(universe).dayChange()).isEqualTo(new BreadthCount(0, 2, 0));
        assertThat(technology(universe).dayChange()).isEqualTo(new BreadthCount(0, 0, 1));
        assertThat(energy(universe).aboveSma50()).isEqualTo(new BreadthCount(0, 2, 0));
        assertThat(energy(universe).aboveSma200().eligible()).isZero();
        assertThat(energy(universe).aboveSma200().pctUp()).isNaN();
    }

    @Test
    void ranksSectorsAndNamesTheirBenchmark() {
        UniverseState universe = market.closed();

        assertThat(technology(universe).rank()).isEqualTo(1);
        assertThat(energy(universe).rank()).isEqualTo(2);
        assertThat(energy(universe).score()).isEqualTo(1);
        assertThat(technology(universe).score()).isEqualTo(99);
        // five bars ago both stood still: a tie, broken by name
        assertThat(energy(universe).rankWeekAgo()).isEqualTo(1);
        assertThat(universe.sectors().benchmark()).isEqualTo("SPY");
    }

    @Test
    void weighsReturnsByCapitalisationWhereThatIsKnown() {
        UniverseState universe = new TinyMarket()
                .symbol("XOM", "Energy", 300e9, 100, 110)
                .symbol("CVX", "Energy", 100e9, 100, 102)
                .symbol("ABC", "Energy", Double.NaN, 100, 100)
                .closed();

        assertThat(energy(universe).equalWeighted().dayPct()).isCloseTo(4, within(1e-9));
        assertThat(energy(universe).capWeighted().dayPct()).isCloseTo((3 * 10 + 2) / 4.0, within(1e-9));
        assertThat(energy(universe).equalWeighted().weekPct()).isNaN();
        assertThat(universe.sectors().benchmark()).isEmpty();
    }

    @Test
    void namesLeadersAndLaggardsByPlace() {
        TinyMarket many = new TinyMarket();
        for (int symbol = 0; symbol < 7; symbol++) {
            many.symbol("S" + symbol, "Energy", 1, then(flat(63, 100), 101 + symbol));
        }

        GroupState energy = energy(many.closed());

        assertThat(energy.leaders()).extracting(Standing::symbol).containsExactly("S6", "S5", "S4", "S3", "S2");
        assertThat(energy.laggards()).extracting(Standing::symbol).containsExactly("S0", "S1", "S2", "S3", "S4");
    }

    @Test
    void hasAGroupForEachSectorFundOfTheMarket() {
        UniverseState universe = new TinyMarket().symbol("XLE", 10, 11).symbol("IBM", 10, 10).closed();

        assertThat(universe.sectors().groups(GroupKind.ETF)).extracting(GroupState::name).containsExactly("XLE");
        assertThat(universe.sectors().group(GroupKind.ETF, "xle").orElseThrow().equalWeighted().dayPct())
                .isCloseTo(10, within(1e-9));
    }

    private static GroupState energy(UniverseState universe) {
        return universe.sectors().group(GroupKind.SECTOR, "Energy").orElseThrow();
    }

    private static GroupState technology(UniverseState universe) {
        return universe.sectors().group(GroupKind.SECTOR, "Technology").orElseThrow();
    }
}
