package org.tickstock.app.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MassiveSettingsTest {

    private static final String KEY = "s3cret";

    @Test
    void takesTheDefaultsOfTheVendor() {
        MassiveSettings settings = MassiveSettings.defaults(KEY);

        assertThat(settings.url()).isEqualTo("wss://socket.massive.com/stocks");
        assertThat(settings.channels()).containsExactly("T");
        assertThat(settings.maxSymbols()).isEqualTo(5_000);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void refusesToBeWithoutAKey(String key) {
        assertThatThrownBy(() -> MassiveSettings.defaults(key))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageStartingWith("tickstock.feed.massive.key must be set when tickstock.feed.provider is massive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "with\"quote", "with\\backslash", "with\nline", "größe"})
    void refusesAKeyThatCannotBeOneWithoutShowingIt(String key) {
        assertThatThrownBy(() -> MassiveSettings.defaults(key))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageStartingWith("tickstock.feed.massive.key must be printable")
            .hasMessageNotContaining(key);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "socket.massive.com", "https://socket.massive.com/stocks", "wss://", "wss:///x",
        "wss://a b", "wss://host/x#part"})
    void refusesAnAddressThatIsNoWebSocket(String url) {
        assertThatThrownBy(() -> with(url, List.of("T"), 500, 200, 5_000, 5_000, 60_000))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("tickstock.feed.massive.url must be a ws or wss address, was " + url);
    }

    @Test
    void refusesChannelsItDoesNotRead() {
        String rule = "tickstock.feed.massive.channels must be one or more of T, A, AM, each once, was ";

        assertThatThrownBy(() -> with("ws://h", List.of(), 1, 1, 5, 1, 1)).hasMessage(rule + "[]");
        assertThatThrownBy(() -> with("ws://h", List.of("Q"), 1, 1, 5, 1, 1)).hasMessage(rule + "[Q]");
        assertThatThrownBy(() -> with("ws://h", List.of("T", "T"), 1, 1, 5, 1, 1)).hasMessage(rule + "[T, T]");
    }

    @Test
    void refusesNumbersOutOfRange() {
        String url = "ws://h";
        List<String> two = List.of("T", "A");

        assertThatThrownBy(() -> with(url, two, 0, 200, 5_000, 5_000, 60_000))
            .hasMessage("tickstock.feed.massive.symbols-per-chunk must be 1 to 10000, was 0");
        assertThatThrownBy(() -> with(url, two, 500, -1, 5_000, 5_000, 60_000))
            .hasMessage("tickstock.feed.massive.chunk-pause-ms must be 0 to 60000, was -1");
        assertThatThrownBy(() -> with(url, two, 500, 200, 1, 5_000, 60_000))
            .hasMessage("tickstock.feed.massive.max-subscriptions must be 2 to 100000, was 1");
        assertThatThrownBy(() -> with(url, two, 500, 200, 5_000, 0, 60_000))
            .hasMessage("tickstock.feed.massive.reconnect-first-ms must be 1 to 3600000, was 0");
        assertThatThrownBy(() -> with(url, two, 500, 200, 5_000, 5_000, 4_999))
            .hasMessage("tickstock.feed.massive.reconnect-max-ms must be 5000 to 3600000, was 4999");
    }

    @Test
    void keepsTheKeyOutOfItsText() {
        MassiveSettings settings = MassiveSettings.defaults(KEY);

        assertThat(settings.toString()).doesNotContain(KEY).contains("key=***", "socket.massive.com");
        assertThat(settings.masked("bad key " + KEY + "!")).isEqualTo("bad key ***!");
    }

    private static MassiveSettings with(String url, List<String> channels, int perChunk, long pauseMs, int most,
                                        long firstMs, long maxMs) {
        return new MassiveSettings(url, KEY, channels, perChunk, pauseMs, most, firstMs, maxMs, 60_000, 30_000);
    }
}
