package org.tickstock.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The standard ten-second return is what the rules say, found by going through all prices again. */
class VolatilityTest {

    private static final long START = 1_381_219_200L;
    // squares are kept in units of 2^-52
    private static final double EXACT = 1e-13;

    private final Volatility volatility = new Volatility();
    private final Map<Long, Long> lastPrices = new TreeMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void isTheRootMeanSquareOfTheLastHundredAndEightyReturns(long seed) {
        Random random = new Random(seed);
        long second = START;
        long price = 150_000_000L;
        for (int i = 0; i < 3_000; i++) {
            second += random.nextInt(random.nextInt(40) == 0 ? 100 : 7);
            price = Math.max(1_000_000, price + random.nextInt(200_001) - 100_000);
            volatility.add(second, price);
            lastPrices.put(second / 10, price);

            double expected = naive();
            assertThat(volatility.isKnown()).isEqualTo(!Double.isNaN(expected));
            if (volatility.isKnown()) {
                assertThat(volatility.sigma10()).isCloseTo(expected, within(EXACT));
                assertThat(volatility.sigma(600)).isCloseTo(expected * Math.sqrt(60), within(EXACT));
            } else {
                assertThat(volatility.sigma10()).isNaN();
            }
        }
    }

    @Test
    void isKnownFromThirtyReturnsAndNeverBelowHalfABasisPoint() {
        // 31 closed buckets make 30 returns; the 32nd price closes the 31st bucket
        for (int bucket = 0; bucket < 31; bucket++) {
            volatility.add(START + bucket * 10L, 150_000_000);
            assertThat(volatility.isKnown()).isFalse();
        }
        volatility.add(START + 310, 150_000_000);

        assertThat(volatility.isKnown()).isTrue();
        assertThat(volatility.sigma10()).isEqualTo(0.00005);
    }

    @Test
    void forgetsAnAbsurdReturnWholly() {
        for (int bucket = 0; bucket < 400; bucket++) {
            boolean jumps = bucket == 50;
            volatility.add(START + bucket * 10L, jumps ? 150_000_000_000L : 150_000_000L);
            if (bucket == 60) {
                assertThat(volatility.sigma10()).isGreaterThan(0.1);
            }
        }

        assertThat(volatility.sigma10()).isEqualTo(0.00005);
    }

    @Test
    void takesNoReturnOverMoreThanAMinute() {
        for (int i = 0; i < 100; i++) {
            volatility.add(START + i * 70L, 150_000_000 + i);
        }
        assertThat(volatility.isKnown()).isFalse();

        for (int i = 0; i < 33; i++) {
            volatility.add(START + 100 * 70L + i * 60L, 150_000_000 + i);
        }
        assertThat(volatility.isKnown()).isTrue();
    }

    @Test
    void knowsNothingAfterClearing() {
        for (int i = 0; i < 50; i++) {
            volatility.add(START + i * 10L, 150_000_000 + i);
        }
        volatility.clear();

        assertThat(volatility.isKnown()).isFalse();
        assertThat(volatility.sigma10()).isNaN();
    }

    private double naive() {
        List<Map.Entry<Long, Long>> closed = new ArrayList<>(lastPrices.entrySet());
        closed.remove(closed.size() - 1);
        List<Double> squares = new ArrayList<>();
        for (int i = 1; i < closed.size(); i++) {
            if ((closed.get(i).getKey() - closed.get(i - 1).getKey()) * 10 <= 60) {
                double before = closed.get(i - 1).getValue();
                double change = (closed.get(i).getValue() - before) / before;
                squares.add(change * change);
            }
        }
        List<Double> used = squares.subList(Math.max(0, squares.size() - 180), squares.size());
        double sum = 0;
        for (double square : used) {
            sum += square;
        }
        return used.size() < 30 ? Double.NaN : Math.max(0.00005, Math.sqrt(sum / used.size()));
    }
}
