package org.tickstock.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Size against the mean of the last twenty before it. */
class TradeFlowTest {

    private final TradeFlow flow = new TradeFlow();

    @Test
    void dividesByTheMeanOfTheLastTwenty() {
        Random random = new Random(1);
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            long size = random.nextInt(5) == 0 ? 0 : random.nextInt(1_000_000_000);
            List<Long> last = all.subList(Math.max(0, all.size() - 20), all.size());
            double mean = last.stream().mapToLong(Long::longValue).average().orElse(0);

            double expected = last.size() < 5 || mean == 0 ? 0 : size / mean;
            assertThat(flow.relativeSize(size)).isCloseTo(expected, within(1e-12 * Math.max(1, expected)));
            flow.addSize(size);
            all.add(size);
        }
    }

    @Test
    void isZeroWhileFewerThanFiveOrNothingWasTraded() {
        for (int i = 0; i < 4; i++) {
            flow.addSize(100);
            assertThat(flow.relativeSize(100)).isZero();
        }
        flow.addSize(100);
        assertThat(flow.relativeSize(150)).isEqualTo(1.5);

        for (int i = 0; i < 20; i++) {
            flow.addSize(0);
        }
        assertThat(flow.relativeSize(150)).isZero();
    }
}
