package org.tickstock.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Tapes for replays: our own, written for a test, and the real ones where they are at hand. */
public final class Tapes {

    private static final long TEN_O_CLOCK_MS = LocalDateTime.of(2013, 10, 8, 10, 0)
            .atZone(ZoneId.of("America/New_York")).toInstant().toEpochMilli();

    private Tapes() {
    }

    /** Every second each symbol prints a price enough above its last for a new high. */
    public static Path rising(Path file, int seconds, String... symbols) {
        List<String> rows = new ArrayList<>(List.of("ts_ms,symbol,price,size,exchange,conditions"));
        for (int second = 0; second < seconds; second++) {
            for (int i = 0; i < symbols.length; i++) {
                double price = 20 * (i + 1) * Math.pow(1.0015, second % 400);
                rows.add("%d,%s,%.2f,100,P,".formatted(TEN_O_CLOCK_MS + second * 1_000L + i, symbols[i], price));
            }
        }
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, rows);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A real day; a test that needs it is skipped, saying so, where it is absent. */
    public static Path real(String name) {
        Path tape = Path.of(System.getProperty("tickstock.checkout", ".."), "..", "shared", "data", "tape", name)
                .toAbsolutePath().normalize();
        Assumptions.assumeTrue(Files.isReadable(tape), () -> "market data is not at hand: " + tape);
        return tape;
    }
}
