package org.tickstock.engine.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One folder of the kit: a tape, and what must come of it. */
record ConformanceCase(Path folder) {

    /** Every case of the kit, which lies in the project's root. */
    static List<ConformanceCase> all() {
        try (Stream<Path> folders = Files.list(kit())) {
            return folders.filter(folder -> Files.exists(folder.resolve("tape.csv"))).sorted()
                    .map(ConformanceCase::new).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Path tape() {
        return folder.resolve("tape.csv");
    }

    boolean has(String file) {
        return Files.exists(folder.resolve(file));
    }

    /** The file's lines below its header, numbers in their shortest form; comments and empty lines left out. */
    List<String> lines(String file) {
        List<String> lines = rows(file);
        return lines.subList(1, lines.size()).stream().map(ConformanceCase::canonical).toList();
    }

    /** Tickers of the tape in the order in which they appear, or those the case lists. */
    List<String> symbols() {
        if (has("symbols.csv")) {
            return lines("symbols.csv");
        }
        return rows("tape.csv").stream().skip(1).map(row -> row.split(",", -1)[1])
                .filter(ticker -> !ticker.isEmpty()).distinct().toList();
    }

    /** A line of cells that another program writes in the same way. */
    static String line(Object... cells) {
        return canonical(Arrays.stream(cells).map(String::valueOf).collect(Collectors.joining(",")));
    }

    private List<String> rows(String file) {
        try {
            return Files.readAllLines(folder.resolve(file)).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String canonical(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.split(",", -1)) {
            boolean isNumber = cell.matches("-?\\d+(\\.\\d+)?");
            cells.add(isNumber ? new BigDecimal(cell).stripTrailingZeros().toPlainString() : cell);
        }
        return String.join(",", cells);
    }

    private static Path kit() {
        for (Path parent = Path.of("").toAbsolutePath(); parent != null; parent = parent.getParent()) {
            Path kit = parent.resolve(System.getProperty("tickstock.conformance", "conformance"));
            if (Files.exists(kit.resolve("README.md"))) {
                return kit;
            }
        }
        throw new IllegalStateException("the folder conformance must be in a parent of the working directory");
    }

    @Override
    public String toString() {
        return String.valueOf(folder.getFileName());
    }
}
