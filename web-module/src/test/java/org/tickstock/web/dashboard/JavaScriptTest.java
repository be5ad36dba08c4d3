package org.tickstock.web.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs the dashboard's own tests, which are written in its language, with Node. */
class JavaScriptTest {

    private static final Path TESTS = Path.of("src/test/js");

    @Test
    void passesTheTestsOfTheDashboard() throws IOException, InterruptedException {
        assumeTrue(isNodePresent(), "skipped: no 'node' (20 or later) on the PATH, so src/test/js was not run");

        List<String> command = new ArrayList<>(List.of("node", "--test"));
        try (Stream<Path> files = Files.list(TESTS)) {
            files.map(Path::toString).filter(file -> file.endsWith(".test.js")).sorted().forEach(command::add);
        }
        Process node = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(node.waitFor()).as(output).isZero();
    }

    private static boolean isNodePresent() throws InterruptedException {
        try {
            Process node = new ProcessBuilder("node", "--version").redirectErrorStream(true).start();
            String version = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return node.waitFor() == 0 && version.matches("(?s)v(2\\d|[3-9]\\d)\\..*");
        } catch (IOException notThere) {
            return false;
        }
    }
}
