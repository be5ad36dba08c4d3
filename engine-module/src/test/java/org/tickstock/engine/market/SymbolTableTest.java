package org.tickstock.engine.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SymbolTableTest {

    @Test
    void growsByWhatIsNewAndKeepsEveryNumber() {
        SymbolTable table = SymbolTable.of(List.of("MSFT", "AAPL"));

        table.internAll(List.of("AAPL", "SPY", "SPY", "AIG"));

        assertThat(table.tickers()).containsExactly("MSFT", "AAPL", "SPY", "AIG");
        assertThat(table.idOf("AIG")).isEqualTo(3);
        assertThat(table.intern("BAC")).isEqualTo(4);
        assertThat(table.idOf("NOBODY")).isEqualTo(SymbolTable.UNKNOWN);
    }

    @Test
    void addsNothingWhereOneIsNoTicker() {
        SymbolTable table = SymbolTable.of(List.of("AAPL"));

        assertThatThrownBy(() -> table.internAll(List.of("SPY", "b@d"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(table.size()).isEqualTo(1);
    }
}
