package org.tickstock.it.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Programs that operators have. Where one is not installed its tests are skipped, saying so, unless
 * {@code TICKSTOCK_REQUIRE_TOOLS} is 1.
 */
final class Tools {

    private static final long PATIENCE_S = 60;

    private Tools() {
    }

    /** The program of this name. */
    static Path require(String name) {
        Optional<Path> found = find(name);
        if ("1".equals(System.getenv("TICKSTOCK_REQUIRE_TOOLS"))) {
            assertThat(found).as(name + ", which TICKSTOCK_REQUIRE_TOOLS=1 asks for").isPresent();
        }
        Assumptions.assumeTrue(found.isPresent(), name + " is not installed");
        return found.orElseThrow();
    }

    /** Runs a command to its end in {@code folder}; one that fails is the test's failure, with what it said. */
    static String run(Path folder, String... command) {
        StringBuilder said = new StringBuilder();
        int code = run(folder, said, command);
        assertThat(code).as(String.join(" ", command) + "\n" + said).isZero();
        return said.toString();
    }

    /** What a command says, however it ends. */
    static String said(Path folder, String... command) {
        StringBuilder said = new StringBuilder();
        run(folder, said, command);
        return said.toString();
    }

    private static int run(Path folder, StringBuilder said, String... command) {
        try {
            Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
            said.append(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            assertThat(process.waitFor(PATIENCE_S, TimeUnit.SECONDS)).as(said.toString()).isTrue();
            return process.exitValue();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Optional<Path> find(String name) {
        Stream<String> folders = Stream.concat(
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator)), Stream.of("/usr/sbin"));
        return folders.map(folder -> Path.of(folder, name)).filter(Files::isExecutable).findFirst();
    }
}
