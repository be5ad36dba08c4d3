package org.tickstock.engine.work;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {

    private final JsonText json = new JsonText();

    @ParameterizedTest
    @CsvSource({"49610000,49.61", "1,0.000001", "-1500000,-1.5", "0,0", "168450000,168.45", "1000000,1"})
    void writesMicrosExactly(long micros, String expected) {
        assertThat(json.reset().micros("p", micros).toString()).isEqualTo("\"p\":" + expected);
    }

    @ParameterizedTest
    @CsvSource({"0.34391,4,0.3439", "-4.40004,4,-4.4", "2.5,0,2", "3.5,0,4", "NaN,2,null", "Infinity,2,null",
        "-0.00001,4,0", "12345678.9,2,12345678.9"})
    void roundsDoublesHalfEvenAndWritesNullForWhatIsNotFinite(double value, int decimals, String expected) {
        assertThat(json.reset().decimal("v", value, decimals).toString()).isEqualTo("\"v\":" + expected);
    }

    @Test
    void writesTimesInUtcWithMilliseconds() {
        assertThat(json.reset().isoTime("t", 1_381_238_999_500_000_000L).toString())
                .isEqualTo("\"t\":\"2013-10-08T13:29:59.500Z\"");
        assertThat(json.reset().isoTime("t", -1L).toString()).isEqualTo("\"t\":\"1969-12-31T23:59:59.999Z\"");
    }

    @Test
    void separatesMembersAndNestsObjectsAndArrays() {
        json.reset().string("a", "x").name("o").openObject().number("n", -7).bool("b", true).closeObject();
        json.name("l").openArray().openObject().closeObject().openObject().closeObject().closeArray().string("z", null);

        assertThat(json.toString()).isEqualTo("\"a\":\"x\",\"o\":{\"n\":-7,\"b\":true},\"l\":[{},{}],\"z\":null");
    }

    @Test
    void growsWithWhatIsWritten() {
        json.reset();
        for (int i = 0; i < 1_000; i++) {
            json.number("n" + i, i);
        }

        assertThat(json.toString()).endsWith("\"n999\":999");
    }
}
