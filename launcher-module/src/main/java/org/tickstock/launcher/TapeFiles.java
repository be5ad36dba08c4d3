package org.tickstock.launcher;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes the names of tapes absolute: a person names them from where they stand, the server stands somewhere else.
 */
final class TapeFiles {

    private static final String VARIABLE = "TICKSTOCK_FEED_REPLAY_FILES";

    private TapeFiles() {
    }

    /** The variable with every file below {@code from}, or nothing when it is not set. */
    static Map<String, String> absolute(Map<String, String> environment, Path from) {
        String files = environment.getOrDefault(VARIABLE, "");
        if (files.isBlank()) {
            return Map.of();
        }
        return Map.of(VARIABLE, Arrays.stream(files.split(","))
                .map(String::strip)
                .map(file -> from.resolve(file).toAbsolutePath().normalize().toString())
                .collect(Collectors.joining(",")));
    }
}
