package org.tickstock.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpAddressTest {

    @Test
    void isHereWhenNothingIsSaid() {
        assertThat(HttpAddress.of(Map.of()).uri()).hasToString("http://localhost:8080/");
    }

    @ParameterizedTest
    @CsvSource({"*, localhost", "0.0.0.0, localhost", "'::', localhost", "127.0.0.1, 127.0.0.1", "::1, [::1]",
        "[::1], [::1]", "scanner, scanner"})
    void isWhereItListensIfThatIsOnePlace(String listeningOn, String host) {
        Map<String, String> environment = Map.of("TICKSTOCK_HTTP_HOST", listeningOn, "TICKSTOCK_HTTP_PORT", "9090");

        assertThat(HttpAddress.of(environment).uri()).hasToString("http://" + host + ":9090/");
    }
}
