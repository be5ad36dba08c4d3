package org.tickstock.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.state.RankingQuery.Filter;

class RankingQueryTest {

    private final UniverseState universe = new TinyMarket()
            .symbol("D", "Energy", 250e9, 10, 11)
            .symbol("C", "Energy", 15e9, 20, 21)
            .symbol("B", "Energy", 1e9, 40, 42)
            .symbol("A", "Utilities", Double.NaN, 50, 49)
            .symbol("NEW", "Utilities", Double.NaN, new double[0])
            .closed();

    @Test
    void sortsEitherWayWithTiesBySymbolAndTheUnknownLast() {
        assertThat(symbols(RankingColumn.LIVE_PCT, true, Filter.ANY)).containsExactly("D", "B", "C", "A", "NEW");
        assertThat(symbols(RankingColumn.LIVE_PCT, false, Filter.ANY)).containsExactly("A", "B", "C", "D", "NEW");
    }

    @Test
    void letsPassWhatAFilterAsksFor() {
        assertThat(symbols(RankingColumn.LAST, true, new Filter("Energy", null, 0, 0))).containsExactly("B", "C", "D");
        assertThat(symbols(RankingColumn.LAST, true, new Filter("", CapClass.LARGE, 0, 0))).containsExactly("C");
        assertThat(symbols(RankingColumn.LAST, true, new Filter("", null, 21, 0))).containsExactly("A", "B", "C");
        // a mean of 20 bars is not known with two
        assertThat(symbols(RankingColumn.LAST, true, new Filter("", null, 0, 1))).isEmpty();
    }

    @Test
    void limitsItsAnswer() {
        assertThat(universe.rankings(new RankingQuery(RankingColumn.LAST, true, 2, Filter.ANY)))
                .extracting(Standing::symbol).containsExactly("A", "B");
        assertThatThrownBy(() -> new RankingQuery(RankingColumn.LAST, true, 0, Filter.ANY))
                .hasMessage("limit must be > 0, was 0");
    }

    @Test
    void findsColumnsByTheirNameOnTheWire() {
        assertThat(RankingColumn.named("comp_rs_rank")).contains(RankingColumn.COMP_RS_RANK);
        assertThat(RankingColumn.named("COMP_RS_RANK")).isEmpty();
    }

    private List<String> symbols(RankingColumn sort, boolean descending, Filter filter) {
        return universe.rankings(new RankingQuery(sort, descending, 10, filter)).stream().map(Standing::symbol)
                .toList();
    }
}
