package org.tickstock.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.SessionCalendar;

class CalendarConfigTest {

    private static final long NS_PER_S = 1_000_000_000L;
    private static final Instant NOON = Instant.parse("2026-12-10T17:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void knowsTheDaysThatTheFileNames() throws IOException {
        Path days = Files.writeString(folder.resolve("days.csv"), "# ours\nclosed,2026-12-10,,a day of mourning\n");

        assertThat(sessionAt(NOON, "tickstock.market.calendar-file", days.toString())).isEqualTo(MarketSession.CLOSED);
        assertThat(sessionAt(NOON, "tickstock.market.calendar-file", "")).isEqualTo(MarketSession.REGULAR);
    }

    @Test
    void namesKeyRuleFileAndLineOfOneThatCannotBeRead() throws IOException {
        Path days = Files.writeString(folder.resolve("days.csv"), "shut,2026-12-10,,typing error\n");

        assertThatThrownBy(() -> sessionAt(NOON, "tickstock.market.calendar-file", days.toString()))
            .isInstanceOf(InvalidConfigurationException.class)
            .hasMessageContaining("tickstock.market.calendar-file must be a readable file of exchange days")
            .hasMessageContaining(days.toString())
            .hasMessageContaining("line 1 was 'shut,2026-12-10,,typing error'");
        assertThatThrownBy(() -> sessionAt(NOON, "tickstock.market.calendar-file", "nowhere.csv"))
            .hasMessageContaining("was 'nowhere.csv'");
    }

    private static MarketSession sessionAt(Instant instant, String key, String value) {
        SessionCalendar calendar = SettingsReader.read(Configs.with(key, value)).calendar();
        return calendar.spanAt(instant.getEpochSecond() * NS_PER_S).session();
    }
}
