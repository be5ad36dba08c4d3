package org.tickstock.engine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the market data that is read for tests and never shipped: {@code ../shared/data} from the project's root. */
public final class SharedData {

    private static final String PROPERTY = "tickstock.shared";

    private SharedData() {
    }

    /** The file of this name; a test that needs it is skipped, saying so, where it is absent. */
    public static Path require(String name) {
        Path file = folder().resolve(name);
        assumeTrue(Files.isReadable(file), () -> "market data is not at hand: " + file + "; name its folder with -D"
                + PROPERTY + "=…");
        return file;
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
