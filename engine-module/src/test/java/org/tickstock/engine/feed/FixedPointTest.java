package org.tickstock.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixedPointTest {

    @Test
    void readsWhatBigDecimalReads() {
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < 20_000; i++) {
            int scale = random.nextInt(10);
            BigDecimal number = BigDecimal.valueOf(random.nextLong(9_000_000_000L), scale);
            BigDecimal expected = number.setScale(6, RoundingMode.HALF_EVEN).movePointRight(6);

            assertThat(micros(number.toPlainString())).as(number.toPlainString()).isEqualTo(expected.longValueExact());
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1000000", "0,0", ".5,500000", "7.,7000000", "0.0000005,0", "0.0000015,2", "0.0000025,2",
        "0.00000250000,2", "0.00000250001,3", "0.9999999,1000000", "9223372036854,9223372036854000000"})
    void roundsHalfEvenBeyondSixPlaces(String text, long expected) {
        assertThat(micros(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "-1", "+1", "1e3", "NaN", "1,5", " 1", "1 ", "0x1", "1.2.3", "1.0000000x", "1.x",
        "9223372036855", "99999999999999999999999999"})
    void refusesWhatIsNoPlainNumber(String text) {
        assertThat(micros(text)).isEqualTo(FixedPoint.UNREADABLE);
    }

    private static long micros(String text) {
        byte[] bytes = ("#" + text + "#").getBytes(StandardCharsets.US_ASCII);
        return FixedPoint.micros(bytes, 1, bytes.length - 1);
    }
}
