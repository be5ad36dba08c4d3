package org.tickstock.engine.universe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.market.ReferenceData;

class StandardUniversesTest {

    private final List<Universe> universes = StandardUniverses.of(ReferenceData.load());
    private final Map<String, Universe> byName =
            universes.stream().collect(Collectors.toMap(Universe::name, Function.identity()));

    @Test
    void splitsTheIndexIntoElevenSectors() {
        List<String> sectorMembers = universes.stream().filter(universe -> universe.name().startsWith("sector_"))
                .flatMap(universe -> universe.symbols().stream()).toList();

        assertThat(byName.get("sp500").symbols()).hasSize(503).contains("BRK.B");
        assertThat(sectorMembers).hasSize(503).containsExactlyInAnyOrderElementsOf(byName.get("sp500").symbols());
        assertThat(byName.get("sector_information_technology").title()).isEqualTo("Information Technology");
        assertThat(byName.get("sector_energy").symbols()).hasSize(21).isSorted();
    }

    @Test
    void coversExchangesFundsAndShortLists() {
        assertThat(universes).extracting(Universe::name).hasSize(18).doesNotHaveDuplicates();
        assertThat(byName.get("etf").symbols()).hasSizeGreaterThan(5_000).contains("SPY").doesNotContain("AAPL");
        assertThat(byName.get("all_stocks").symbols()).hasSizeGreaterThan(7_000).contains("AAPL").doesNotContain("SPY");
        assertThat(byName.get("nasdaq").symbols()).contains("AAPL").doesNotContain("IBM");
        assertThat(byName.get("nyse").symbols()).contains("IBM").doesNotContain("AAPL");
        assertThat(byName.get("index_etf").symbols()).containsExactly("SPY", "QQQ", "IWM", "DIA");
        assertThat(byName.get("mega_tech").symbols()).contains("NVDA").hasSize(7);
    }
}
