package org.tickstock.replay;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Finds the market data that is read for tests and never shipped: {@code ../shared/data} from the project's root. */
final class SharedData {

    /** The days of which there are tapes. */
    static final List<String> DAYS = List.of("2013-10-07", "2013-10-08", "2013-10-09");

    private static final String PROPERTY = "tickstock.shared";

    private SharedData() {
    }

    /** The file of this name; a test that needs it is skipped, saying so, where it is absent. */
    static Path require(String name) {
        Path file = folder().resolve(name);
        assumeTrue(Files.isReadable(file), () -> "market data is not at hand: " + file + "; name its folder with -D"
                + PROPERTY + "=…");
        return file;
    }

    static List<Path> tapes() {
        return DAYS.stream().map(day -> require("tape/" + day + ".csv.gz")).toList();
    }

    /** The cells of every line after the header. */
    static List<String[]> rows(Path gzip) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(gzip)), StandardCharsets.US_ASCII))) {
            return lines.lines().skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path folder() {
        String named = System.getProperty(PROPERTY);
        if (named != null) {
            return Path.of(named);
        }
        for (Path parent = Path.of("").toAbsolutePath(); parent != null; parent = parent.getParent()) {
            Path candidate = parent.resolve("shared").resolve("data");
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        return Path.of("..", "shared", "data").toAbsolutePath().normalize();
    }
}
