package org.tickstock.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What windows count as buckets close and leave is what adding up gives, through growth, eviction and clearing. */
class SecondBucketsTest {

    private static final long START = 1_381_219_200L;
    private static final int[] INTERVALS = {10, 5, 1, 28};

    private record Bucket(long second, long price, long volume, int sign) {
    }

    private final SecondBuckets buckets = new SecondBuckets();
    private final List<Bucket> naive = new ArrayList<>();
    private final List<TrendWindow> trends = List.of(new TrendWindow(180), new TrendWindow(360), new TrendWindow(600));
    private final SurgeWindow surge = new SurgeWindow();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void countsAsAddingUpDoes(long seed) {
        Random random = new Random(seed);
        int longestPause = seed % 2 == 0 ? 2 : 30;
        long second = START;
        long price = seed == 5 ? 10_000_000L * 1_000_000L : 150_000_000L;
        int interval = INTERVALS[0];
        boolean judges = true;
        for (int i = 0; i < 6_000; i++) {
            long next = second + random.nextInt(longestPause + 1);
            judges = random.nextInt(400) == 0 ? !judges : judges;
            if (next > second && !naive.isEmpty() && judges) {
                assertTrends();
            }
            second = next;
            price = Math.max(1, price + random.nextInt(2_000_001) - 1_000_000);
            add(second, price, random.nextInt(10) == 0 ? 0 : random.nextInt(1_000_000_000));
            interval = random.nextInt(500) == 0 ? INTERVALS[random.nextInt(INTERVALS.length)] : interval;
            if (judges) {
                assertSurge(interval);
            }
            if (random.nextInt(1_500) == 0) {
                buckets.clear();
                naive.clear();
            }
        }
    }

    @Test
    void holdsSixHundredSecondsBesidesTheOpenOne() {
        for (int second = 0; second <= 5_000; second++) {
            add(START + second, 1_000_000, 1);

            assertThat(buckets.firstSecond()).isLessThanOrEqualTo(Math.max(START, START + second - 600));
            assertThat(buckets.open() - buckets.first()).isLessThanOrEqualTo(1_024);
            assertThat(buckets.second(buckets.first())).isEqualTo(buckets.firstSecond());
        }
    }

    @Test
    void keepsTheLastPriceAndTheWholeVolumeOfASecond() {
        add(START, 5, 10);
        add(START, 7, 20);
        add(START, 6, 30);

        assertThat(buckets.open()).isEqualTo(buckets.first());
        assertThat(buckets.openSecond()).isEqualTo(START);
        assertThat(buckets.openMicros()).isEqualTo(6);
        assertThat(buckets.openVolume()).isEqualTo(60);
    }

    @Test
    void isEmptyAfterClearingAndStartsAnew() {
        add(START, 5, 10);
        buckets.clear();
        assertThat(buckets.isEmpty()).isTrue();
        assertThat(buckets.firstFrom(START)).isEqualTo(buckets.open() + 1);

        buckets.add(START + 1, 9, 40);
        assertThat(buckets.firstSecond()).isEqualTo(START + 1);
        assertThat(buckets.volume(buckets.open())).isEqualTo(40);
        assertThat(buckets.signedVolume(buckets.open())).isZero();
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

    private void assertTrends() {
        Bucket newest = naive.get(naive.size() - 1);
        for (TrendWindow window : trends) {
            window.slide(buckets);

            List<Bucket> in = naive.stream()
                    .filter(bucket -> bucket.second > newest.second - window.seconds()).toList();
            double volume = in.stream().mapToLong(Bucket::volume).sum();
            double signed = in.stream().mapToLong(bucket -> bucket.sign * bucket.volume).sum();
            assertThat(window.count()).isEqualTo(in.size());
            assertThat(window.signedShare()).isEqualTo(volume == 0 ? 0 : signed / volume);
            if (in.size() > 2) {
                assertThat(window.move(newest.second, newest.price))
                        .isCloseTo(move(in, window.seconds()), within(1e-9));
            }
        }
    }

    /** Least squares, by the textbook: around both means. */
    private static double move(List<Bucket> in, int seconds) {
        double meanX = in.stream().mapToLong(bucket -> bucket.second - START).average().orElseThrow();
        double meanY = in.stream().mapToLong(Bucket::price).average().orElseThrow();
        double products = 0;
        double squares = 0;
        for (Bucket bucket : in) {
            double x = bucket.second - START - meanX;
            products += x * (bucket.price - meanY);
            squares += x * x;
        }
        return products / squares * seconds / meanY;
    }

    private void assertSurge(int interval) {
        surge.slide(buckets, interval);

        long end = buckets.openSecond() - interval;
        assertThat(surge.intervalVolume(buckets)).isEqualTo(volume(end, Long.MAX_VALUE));
        assertThat(surge.baselineVolume()).isEqualTo(volume(end - 20L * interval, end));
        Bucket reference = naive.stream().filter(bucket -> bucket.second <= end && bucket.second >= end - 60)
                .reduce((first, second) -> second).orElse(null);
        assertThat(surge.hasReference(buckets, 60)).isEqualTo(reference != null);
        if (reference != null) {
            assertThat(surge.referenceMicros()).isEqualTo(reference.price);
        }
    }

    private long volume(long after, long upTo) {
        return naive.stream().filter(bucket -> bucket.second > after && bucket.second <= upTo)
                .mapToLong(Bucket::volume).sum();
    }
}
