package org.tickstock.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MassiveDecimalTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0", "-0, 0", "1, 1000000", "114.125, 114125000", "0.000001, 1", "-2.5, -2500000",
        "1.5e2, 150000000", "1E-3, 1000", "1e+1, 10000000", "0e999999999999, 0", "1e-999999999999, 0",
        "0.0000005, 0", "0.0000015, 2", "0.0000025, 2", "0.00000250000000000000000000001, 3",
        "0.00000249999999999999999999999, 2", "190.12345650000000000000000, 190123456",
        "190.12345650000000000000001, 190123457", "99999999999.9999994, 99999999999999999",
        "100000000000, 100000000000000000", "100000000000.0000000000, 100000000000000000"})
    void readsExactlyAndRoundsHalfEvenBeyondTheSixthPlace(String number, long micros) {
        assertThat(micros(number)).isEqualTo(micros);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".5", "5.", "+5", "1e", "1e+", "1.2.3", "1 ", "NaN", "Infinity", "-Infinity",
        "0x10", "1,5", "null", "\"1\"", "1e5.0", "--1"})
    void refusesWhatIsNoJsonNumber(String text) {
        assertThat(micros(text)).isEqualTo(MassiveDecimal.NOT_A_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100000000000.000001", "1e12", "-1e12", "1e999999999999", "123456789012345678901234567890",
        "100000000000.0000000000001"})
    void refusesWhatNoMarketPrints(String number) {
        assertThat(micros(number)).isEqualTo(MassiveDecimal.TOO_BIG);
    }

    @Test
    void agreesWithDecimalArithmeticForAnyNumber() {
        SplittableRandom random = new SplittableRandom(20_260_729);
        for (int n = 0; n < 200_000; n++) {
            String number = number(random);
            BigDecimal exact = new BigDecimal(number).movePointRight(6);

            long micros = micros(number);

            if (exact.abs().compareTo(BigDecimal.valueOf(MassiveDecimal.MAX_MICROS)) > 0) {
                assertThat(micros).as(number).isEqualTo(MassiveDecimal.TOO_BIG);
            } else {
                assertThat(micros).as(number).isEqualTo(exact.setScale(0, RoundingMode.HALF_EVEN).longValueExact());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1536036818784, 1536036818784", "-7, -7", "999999999999999999, 999999999999999999"})
    void readsWholeNumbers(String number, long value) {
        assertThat(whole(number)).isEqualTo(value);
    }

    @Test
    void refusesWholeNumbersThatAreNone() {
        assertThat(whole("1.0")).isEqualTo(MassiveDecimal.NOT_A_NUMBER);
        assertThat(whole("1e3")).isEqualTo(MassiveDecimal.NOT_A_NUMBER);
        assertThat(whole("")).isEqualTo(MassiveDecimal.NOT_A_NUMBER);
        assertThat(whole("-")).isEqualTo(MassiveDecimal.NOT_A_NUMBER);
        assertThat(whole("12345678901234567890")).isEqualTo(MassiveDecimal.TOO_BIG);
    }

    private static String number(SplittableRandom random) {
        StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "-" : "");
        digits(text, random, 1 + random.nextInt(random.nextBoolean() ? 4 : 14));
        if (random.nextBoolean()) {
            digits(text.append('.'), random, 1 + random.nextInt(random.nextBoolean() ? 8 : 24));
        }
        if (random.nextInt(4) == 0) {
            text.append('e').append(random.nextInt(-12, 12));
        }
        return text.toString();
    }

    /** Many zeros, fives and nines, where rounding goes wrong if it does. */
    private static void digits(StringBuilder text, SplittableRandom random, int count) {
        for (int n = 0; n < count; n++) {
            text.append(random.nextBoolean() ? "0590".charAt(random.nextInt(4)) : (char) ('0' + random.nextInt(10)));
        }
    }

    private static long micros(String text) {
        char[] framed = ("x" + text + "x").toCharArray();
        return MassiveDecimal.micros(framed, 1, framed.length - 1);
    }

    private static long whole(String text) {
        return MassiveDecimal.whole(text.toCharArray(), 0, text.length());
    }
}
