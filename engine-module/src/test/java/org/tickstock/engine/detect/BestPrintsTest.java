package org.tickstock.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The best prints against a list of all prints. */
class BestPrintsTest {

    private record Kept(long price, long key) {
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void knowsTheBestWhateverIsTakenBackOfTheBestEight(boolean highest) {
        Random random = new Random(highest ? 1 : 2);
        for (int round = 0; round < 500; round++) {
            BestPrints prints = new BestPrints(highest);
            List<Kept> all = new ArrayList<>();
            for (int key = 1; key <= 60; key++) {
                long price = 100 + random.nextInt(30);
                prints.add(price, key, key, 1, Verdict.ELIGIBLE);
                all.add(new Kept(price, key));
                assertThat(prints.priceMicros()).isEqualTo(best(all, highest));
            }
            // any eight, whether they are kept or not
            for (int cancels = 0; cancels < BestPrints.KEPT; cancels++) {
                long key = prints.tradeKey();
                prints.remove(key);
                all.removeIf(kept -> kept.key() == key);
                assertThat(prints.priceMicros()).isEqualTo(best(all, highest));
            }
        }
    }

    @Test
    void keepsTheFirstOfEqualPricesAhead() {
        BestPrints prints = new BestPrints(true);

        prints.add(150, 1, 10, 1, Verdict.LATE);
        prints.add(150, 2, 20, 1, Verdict.ELIGIBLE);

        assertThat(prints.timeNs()).isEqualTo(10);
        assertThat(prints.verdict()).isEqualTo(Verdict.LATE);
        prints.remove(1);
        assertThat(prints.timeNs()).isEqualTo(20);
        assertThat(prints.tradeKey()).isEqualTo(2);
    }

    @Test
    void staysExactWhenASweepOfNewExtremesIsTakenBack() {
        BestPrints prints = new BestPrints(false);
        prints.add(990, 1, 1, 1, Verdict.ELIGIBLE);
        for (int key = 2; key <= BestPrints.MOST; key++) {
            prints.add(900 - key, key, key, 1, Verdict.ELIGIBLE);
        }
        prints.add(995, 100, 100, 1, Verdict.ELIGIBLE);

        for (int key = 2; key <= BestPrints.MOST; key++) {
            prints.remove(key);
        }

        assertThat(prints.priceMicros()).isEqualTo(990);
        assertThat(prints.timeNs()).isEqualTo(1);
    }

    @Test
    void knowsNoTimeOfAPriceWhosePrintWasNotKept() {
        BestPrints prints = new BestPrints(true);
        for (int key = 1; key <= BestPrints.KEPT + 1; key++) {
            prints.add(200 - key, key, key, 1, Verdict.ELIGIBLE);
        }

        for (int key = 1; key <= BestPrints.KEPT; key++) {
            prints.remove(key);
        }

        assertThat(prints.priceMicros()).isEqualTo(200 - 9);
        assertThat(prints.timeNs()).isZero();
        assertThat(prints.isEmpty()).isFalse();
    }

    @Test
    void takesAWorsePrintForNoneOfTheBestOnceSomeWereTakenBack() {
        BestPrints prints = new BestPrints(true);
        for (int key = 1; key <= 9; key++) {
            prints.add(200 - key, key, key, 1, Verdict.ELIGIBLE);
        }
        prints.remove(1);

        prints.add(100, 10, 10, 1, Verdict.ELIGIBLE);

        assertThat(prints.find(10)).isNull();
        assertThat(prints.find(2)).isEqualTo(new KnownTrade(198, 1, 2));
    }

    private static long best(List<Kept> all, boolean highest) {
        var prices = all.stream().mapToLong(Kept::price);
        return highest ? prices.max().orElse(0) : prices.min().orElse(0);
    }
}
