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
        return write(file, rows);
    }

    /**
     * A symbol that rises, and in every twenty seconds prints a spike that is canceled, one that is corrected to less,
     * and a higher one that is reported a minute late.
     */
    public static Path takenBack(Path file, int seconds, String symbol) {
        List<String> rows = new ArrayList<>(List.of(
                "ts_ms,symbol,price,size,exchange,conditions,trade_id,participant_ts_ms,kind"));
        for (int second = 0; second < seconds; second++) {
            long ms = TEN_O_CLOCK_MS + second * 1_000L;
            double price = 50 * Math.pow(1.0002, second);
            switch (second % 20) {
                case 3 -> rows.add("%d,%s,%.2f,100,P,,%d,,".formatted(ms, symbol, price * 1.05, second));
                case 6 -> rows.add("%d,%s,,,P,,%d,,cancel".formatted(ms, symbol, second - 3));
                case 11 -> rows.add("%d,%s,%.2f,100,P,,%d,,".formatted(ms, symbol, price * 1.06, second));
                case 14 -> rows.add("%d,%s,%.2f,100,P,,%d,,correct".formatted(ms, symbol, price * 1.02, second - 3));
                case 17 -> rows.add("%d,%s,%.2f,100,P,,%d,%d,".formatted(
                        ms, symbol, price * 1.2, second, ms - 60_000));
                default -> rows.add("%d,%s,%.2f,100,P,,%d,,".formatted(ms, symbol, price, second));
            }
        }
        return write(file, rows);
    }

    private static Path write(Path file, List<String> rows) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, rows);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A real day; a test that needs it is skipped, saying so, where it is absent. */
    public static Path real(String name) {
        return data("tape", name);
    }

    /** A real daily history; a test that needs it is skipped, saying so, where it is absent. */
    public static Path daily(String name) {
        return data("daily", name);
    }

    /** A folder with a copy of the file alone. */
    static Path copied(Path file, Path folder) {
        try {
            Files.createDirectories(folder);
            Files.copy(file, folder.resolve(file.getFileName()));
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path data(String folder, String name) {
        Path file = Path.of(System.getProperty("tickstock.checkout", ".."), "..", "shared", "data", folder, name)
                .toAbsolutePath().normalize();
        Assumptions.assumeTrue(Files.isReadable(file), () -> "market data is not at hand: " + file);
        return file;
    }
}
