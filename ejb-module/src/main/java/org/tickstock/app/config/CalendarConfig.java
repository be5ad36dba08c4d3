package org.tickstock.app.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SessionCalendar;

/**
 * Reads which days the exchange departs from its rules: the file that comes with the engine, or another one, so that a
 * day of mourning needs no release.
 *
 * <p>Thread: stateless.
 */
final class CalendarConfig {

    private CalendarConfig() {
    }

    static SessionCalendar calendar(ConfigReader reader) {
        SessionCalendar shipped = new NewYorkCalendar();
        return reader.parsed(ConfigKey.MARKET_CALENDAR_FILE, file -> file.isEmpty() ? shipped : read(file), shipped);
    }

    private static SessionCalendar read(String file) {
        try (Reader days = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
            return NewYorkCalendar.withExceptions(days);
        } catch (IOException | IllegalArgumentException unusable) {
            throw new IllegalArgumentException(ConfigKey.MARKET_CALENDAR_FILE.key()
                + " must be a readable file of exchange days, was '" + file + "': " + unusable.getMessage(), unusable);
        }
    }
}
