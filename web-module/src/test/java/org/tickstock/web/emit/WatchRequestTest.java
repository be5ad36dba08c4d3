package org.tickstock.web.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.universe.Universe;
import org.tickstock.engine.universe.UniverseIndex;
import org.tickstock.web.WireSamples;

class WatchRequestTest {

    private static final UniverseIndex INDEX = UniverseIndex.of(
            List.of(new Universe("sp500", "S&P 500", List.of("AIG"))), SymbolTable.of(List.of("AIG")));

    @Test
    void readsTheSampleOfThePageAndNamesInAnyCase() {
        assertThat(WatchRequest.of(WireSamples.sample("market_state_watch").get("data"), INDEX).universe())
                .isEqualTo("sp500");
        assertThat(WatchRequest.of(WireSamples.parse("{\"universe\": \"SP500\"}"), INDEX).universe())
                .isEqualTo("sp500");
    }

    @Test
    void endsWithNull() {
        assertThat(WatchRequest.of(WireSamples.parse("{\"universe\": null}"), INDEX)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"universe\": 5}", "{\"universe\": \"\"}", "{\"universe\": \"nobody\"}"})
    void refusesWhatIsNoUniverse(String data) {
        assertThatThrownBy(() -> WatchRequest.of(WireSamples.parse(data), INDEX))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("market_state_watch universe must be one that is known, or null, was ");
        assertThatThrownBy(() -> WatchRequest.of(null, INDEX)).hasMessageEndingWith("was null");
    }
}
