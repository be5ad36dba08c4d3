package org.tickstock.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankScaleTest {

    @Test
    void spansFromOneToNinetyNine() {
        RankScale scale = new RankScale(new double[] {30, 10, 20});

        assertThat(scale.percentiles()).containsExactly(99, 1, 50);
        assertThat(scale.places()).containsExactly(1, 3, 2);
    }

    @Test
    void letsEqualFiguresShareTheMeanOfTheirRanksAndPutsTheEarlierFirst() {
        // ranks from the lowest: 1, then 2 and 3 shared as 2.5, then 4: 1 + 98 * 1.5 / 3 = 50
        RankScale scale = new RankScale(new double[] {5, -1, 5, 8});

        assertThat(scale.percentiles()).containsExactly(50, 1, 50, 99);
        assertThat(scale.places()).containsExactly(2, 4, 3, 1);
    }

    @Test
    void givesWhatIsNotKnownNoPlace() {
        RankScale scale = new RankScale(new double[] {Double.NaN, 7});

        assertThat(scale.percentiles()).containsExactly(Double.NaN, 50);
        assertThat(scale.places()).containsExactly(0, 1);
        assertThat(new RankScale(new double[0]).places()).isEmpty();
    }

    @Test
    void takesMinusZeroForZero() {
        RankScale scale = new RankScale(new double[] {0.0, -0.0, 1});

        assertThat(scale.percentiles()).containsExactly(25.5, 25.5, 99);
        assertThat(scale.places()).containsExactly(2, 3, 1);
    }

    @Test
    void tellsFiguresApartThatDifferInTheirLastBit() {
        double[] figures = new double[5_000];
        figures[0] = 1;
        for (int index = 1; index < figures.length; index++) {
            figures[index] = Math.nextDown(figures[index - 1]);
        }

        assertThat(new RankScale(figures).places()).containsExactly(IntStream.rangeClosed(1, 5_000).toArray());
    }

    @Test
    void ordersAnyFiguresAsAPlainSortDoes() {
        Random random = new Random(1);
        double[] figures = random.doubles(3_000, -5, 5).map(figure -> Math.rint(figure * 100) / 100).toArray();

        int[] places = new RankScale(figures).places();

        Integer[] expected = IntStream.range(0, figures.length).boxed().toArray(Integer[]::new);
        Arrays.sort(expected, (one, other) -> Double.compare(figures[other] + 0.0, figures[one] + 0.0));
        for (int at = 0; at < expected.length; at++) {
            assertThat(places[expected[at]]).isEqualTo(at + 1);
        }
    }
}
