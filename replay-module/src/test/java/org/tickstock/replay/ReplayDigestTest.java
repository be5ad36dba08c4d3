package org.tickstock.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Three real days give the same events, extremes and bars however many lanes they run through. */
@Timeout(120)
class ReplayDigestTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void givesTheSameWithAnyNumberOfLanes(int lanes) {
        RealReplay two = RealReplay.of("sip", 2);
        RealReplay replay = RealReplay.of("sip", lanes);

        assertThat(replay.sha256()).isEqualTo(RealReplay.SIP_SHA256);
        assertThat(replay.events()).isEqualTo(two.events());
        assertThat(replay.extremes()).isEqualTo(two.extremes());
        assertThat(replay.bars()).isEqualTo(two.bars());
    }

    @Test
    void acceptsEveryTradeOfTheTapes() {
        assertThat(RealReplay.of("sip", 2).figures())
                .startsWith("{\"ticks\":1599400,\"accepted\":1599400,\"refused\":{},");
    }

    @Test
    void tellsOfEachEventWhatAReaderNeeds() {
        assertThat(RealReplay.of("sip", 2).events()).isNotEmpty().allSatisfy(line -> {
            assertThat(line).contains("\"id\":\"", "\"type\":\"", "\"symbol\":\"", "\"session\":\"", "\"ts_ms\":",
                    "\"price\":", "\"direction\":\"");
            if (line.contains("\"type\":\"high\"") || line.contains("\"type\":\"low\"")) {
                assertThat(line).contains("\"extreme_ts_ms\":", "\"previous\":");
            }
        });
    }
}
