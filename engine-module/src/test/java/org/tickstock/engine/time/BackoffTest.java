package org.tickstock.engine.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void doublesUpToTheCapWhenThereIsNoJitter() {
        Backoff backoff = new Backoff(5_000, 60_000, () -> 0L);

        long[] delays = LongStream.generate(backoff::nextMs).limit(6).toArray();

        assertThat(delays).containsExactly(5_000, 10_000, 20_000, 40_000, 60_000, 60_000);
        assertThat(backoff.attempts()).isEqualTo(6);
    }

    @Test
    void shortensEachDelayByAtMostAQuarter() {
        Backoff backoff = new Backoff(1_000, 1_000, new SplittableRandom(7));

        long[] delays = LongStream.generate(backoff::nextMs).limit(1_000).toArray();

        assertThat(LongStream.of(delays)).allMatch(delayMs -> delayMs >= 750 && delayMs <= 1_000);
        assertThat(LongStream.of(delays).distinct().count()).isGreaterThan(100);
    }

    @Test
    void givesTheSameDelaysForTheSameSeed() {
        Backoff one = new Backoff(1_000, 60_000, new SplittableRandom(42));
        Backoff other = new Backoff(1_000, 60_000, new SplittableRandom(42));

        assertThat(LongStream.generate(one::nextMs).limit(10).toArray())
            .containsExactly(LongStream.generate(other::nextMs).limit(10).toArray());
    }

    @Test
    void startsAgainAfterASuccess() {
        Backoff backoff = new Backoff(1_000, 60_000, () -> 0L);
        backoff.nextMs();
        backoff.nextMs();

        backoff.reset();

        assertThat(backoff.attempts()).isZero();
        assertThat(backoff.nextMs()).isEqualTo(1_000);
    }

    @Test
    void neverOverflowsWithAnExtremeCap() {
        Backoff backoff = new Backoff(1, Long.MAX_VALUE, () -> 0L);

        assertThat(LongStream.generate(backoff::nextMs).limit(100)).allMatch(delayMs -> delayMs > 0);
    }

    @Test
    void refusesDelaysThatMakeNoSense() {
        assertThatThrownBy(() -> new Backoff(0, 1, () -> 0L))
            .isInstanceOf(IllegalArgumentException.class).hasMessage("first delay must be > 0 ms, was 0");
        assertThatThrownBy(() -> new Backoff(2, 1, () -> 0L))
            .isInstanceOf(IllegalArgumentException.class).hasMessage("cap must be >= first delay 2 ms, was 1");
    }
}
