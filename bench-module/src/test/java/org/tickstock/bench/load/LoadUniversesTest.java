package org.tickstock.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadUniversesTest {

    @Test
    void givesAThousandAccountsAThousandDifferentPairs() {
        Set<String> pairs = IntStream.range(0, 1_000)
                .mapToObj(account -> LoadUniverses.marketOf(account) + " " + LoadUniverses.highlowOf(account))
                .collect(Collectors.toSet());

        assertThat(pairs).hasSize(1_000);
    }

    @Test
    void putsOneSymbolInFifteenIntoAUniverse() {
        long members = IntStream.range(0, 15_000).filter(i -> LoadUniverses.isMember(7, "S" + i)).count();

        assertThat(members).isBetween(900L, 1_100L);
    }

    @Test
    void goesByTheFirstEightDigitsAsMd5sumPrintsThem() {
        // printf load_000WMT | md5sum begins with 3e7550fb, a multiple of 15; load_000AAPL with 3b6fb4ea, 14 above one
        assertThat(LoadUniverses.isMember(0, "WMT")).isTrue();
        assertThat(LoadUniverses.isMember(0, "AAPL")).isFalse();
    }
}
