package org.tickstock.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BucketsTest {

    private static final double[] QUIET = TinyMarket.flat(60, 100);

    @Test
    void putsTheFurthestExtendedFirstThenWhoHasHeldLongestAndCountsAll() {
        UniverseState universe = new TinyMarket()
                .symbol("FAR", TinyMarket.then(QUIET, 104, 108, 112, 116))
                .symbol("NEAR", TinyMarket.then(QUIET, 101, 102, 103, 104))
                .symbol("HELD", TinyMarket.then(QUIET, 100.2, 100.3, 100.4, 100.5))
                .symbol("LATE", TinyMarket.then(QUIET, 100, 100, 100, 100.5))
                .symbol("BACK", TinyMarket.then(QUIET, 100, 100, 100, 95))
                .symbol("NEW", "", Double.NaN, new DailyHistory.Builder().add(64, TinyMarket.bar(5)).build())
                .closed();

        Buckets buckets = Buckets.of(universe.standings());

        assertThat(buckets.members()).extracting(member -> member.standing().symbol())
                .containsExactly("FAR", "NEAR", "HELD", "LATE");
        assertThat(buckets.members().subList(2, 4)).extracting(member -> member.bucket().label())
                .containsExactly("HOLD 4", "HOLD 1");
        assertThat(buckets.counts().values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(6);
        assertThat(buckets.counts()).containsEntry(new Bucket(Bucket.Kind.NONE, 0), 1)
                .containsEntry(new Bucket(Bucket.Kind.INSUFFICIENT, 0), 1);
    }

    @Test
    void leavesStaleSymbolsOut() {
        UniverseState universe = new TinyMarket()
                .symbol("HERE", TinyMarket.then(QUIET, 100.2, 100.3))
                .symbol("GONE", TinyMarket.then(QUIET, 100.2))
                .closed();

        assertThat(Buckets.of(universe.standings()).members()).extracting(member -> member.standing().symbol())
                .containsExactly("HERE");
        assertThat(StrengthLetter.counts(universe.standings()))
                .containsEntry(StrengthLetter.UNKNOWN, 1).containsEntry(StrengthLetter.A_PLUS, 0);
    }
}
