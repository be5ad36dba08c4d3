package org.tickstock.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Size against the mean of the last twenty before it. */
class TradeSizesTest {

    private final TradeSizes sizes = new TradeSizes();

    @Test
    void dividesByTheMeanOfTheLastTwenty() {
        Random random = new Random(1);
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            long size = random.nextInt(5) == 0 ? 0 : random.nextInt(1_000_000_000);
            List<Long> last = all.subList(Math.max(0, all.size() - 20), all.size());
            double mean = last.stream().mapToLong(Long::longValue).average().orElse(0);

            double expected = last.size() < 5 || mean == 0 ? 0 : size / mean;
            assertThat(sizes.relative(size)).isCloseTo(expected, within(1e-12 * Math.max(1, expected)));
            sizes.add(size);
            all.add(size);
        }
    }

    @Test
    void isZeroWhileFewerThanFiveOrNothingWasTraded() {
        for (int i = 0; i < 4; i++) {
            sizes.add(100);
            assertThat(sizes.relative(100)).isZero();
        }
        sizes.add(100);
        assertThat(sizes.relative(150)).isEqualTo(1.5);

        for (int i = 0; i < 20; i++) {
            sizes.add(0);
        }
        assertThat(sizes.relative(150)).isZero();
    }
}
