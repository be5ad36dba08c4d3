package org.tickstock.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums from running totals are the sums that adding up gives, through growth, eviction and clearing. */
class SecondBucketsTest {

    private static final long START = 1_381_219_200L;

    private record Bucket(long second, long price, long volume, int sign) {
    }

    private final SecondBuckets buckets = new SecondBuckets();
    private final List<Bucket> naive = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void sumsAsAddingUpDoes(long seed) {
        Random random = new Random(seed);
        int longestPause = seed % 2 == 0 ? 2 : 30;
        long second = START;
        long price = seed == 5 ? 10_000_000L * 1_000_000L : 150_000_000L;
        for (int i = 0; i < 4_000; i++) {
            second += random.nextInt(longestPause + 1);
            price = Math.max(1, price + random.nextInt(2_000_001) - 1_000_000);
            add(second, price, random.nextInt(10) == 0 ? 0 : random.nextInt(1_000_000_000));
            if (random.nextInt(1_500) == 0) {
                buckets.clear();
                naive.clear();
            } else if (i % 13 == 0) {
                assertSums(second, random);
            }
        }
    }

    @Test
    void holdsSixHundredSecondsBesidesTheOpenOne() {
        for (int second = 0; second <= 700; second++) {
            add(START + second, 1_000_000, 1);
        }

        assertThat(buckets.second(buckets.first())).isEqualTo(START + 100);
        assertThat(buckets.volume(buckets.first(), buckets.open() + 1)).isEqualTo(601);
    }

    @Test
    void keepsTheLastPriceAndTheWholeVolumeOfASecond() {
        add(START, 5, 10);
        add(START, 7, 20);
        add(START, 6, 30);

        assertThat(buckets.open()).isEqualTo(buckets.first());
        assertThat(buckets.priceMicros(buckets.open())).isEqualTo(6);
        assertThat(buckets.volume(buckets.first(), buckets.open() + 1)).isEqualTo(60);
    }

    @Test
    void isEmptyAfterClearingAndStartsAnew() {
        add(START, 5, 10);
        buckets.clear();
        assertThat(buckets.isEmpty()).isTrue();
        assertThat(buckets.firstFrom(START)).isEqualTo(buckets.open() + 1);

        buckets.add(START + 1, 9, 40);
        assertThat(buckets.volume(buckets.first(), buckets.open() + 1)).isEqualTo(40);
        assertThat(buckets.signedVolume(buckets.first(), buckets.open() + 1)).isZero();
    }

    private void add(long second, long price, long volume) {
        buckets.add(second, price, volume);
        Bucket last = naive.isEmpty() ? null : naive.get(naive.size() - 1);
        if (last != null && last.second == second) {
            naive.remove(last);
            volume += last.volume;
        }
        Bucket before = naive.isEmpty() ? null : naive.get(naive.size() - 1);
        naive.add(new Bucket(second, price, volume, before == null ? 0 : Long.compare(price, before.price)));
    }

    private void assertSums(long now, Random random) {
        assertThat(buckets.second(buckets.first())).isEqualTo(
                naive.stream().mapToLong(Bucket::second).filter(second -> second >= now - 600).min().orElseThrow());
        long earliest = now - random.nextInt(600);
        long latest = random.nextBoolean() ? now : earliest + random.nextInt((int) (now - earliest) + 1);
        int from = buckets.firstFrom(earliest);
        int to = buckets.firstFrom(latest + 1);
        List<Bucket> in = naive.stream()
                .filter(bucket -> bucket.second >= earliest && bucket.second <= latest).toList();

        assertThat(to - from).isEqualTo(in.size());
        assertThat(buckets.volume(from, to)).isEqualTo(in.stream().mapToLong(Bucket::volume).sum());
        assertThat(buckets.signedVolume(from, to))
                .isEqualTo(in.stream().mapToLong(bucket -> bucket.sign * bucket.volume).sum());
        assertThat(buckets.sumX(from, to, now)).isEqualTo(in.stream().mapToLong(bucket -> bucket.second - now).sum());
        assertThat(buckets.sumXx(from, to, now))
                .isEqualTo(in.stream().mapToLong(bucket -> (bucket.second - now) * (bucket.second - now)).sum());
        assertThat(buckets.sumY(from, to)).isEqualTo(in.stream().mapToLong(Bucket::price).sum());
        assertThat(buckets.sumXy(from, to, now))
                .isEqualTo(in.stream().mapToLong(bucket -> (bucket.second - now) * bucket.price).sum());
    }
}
