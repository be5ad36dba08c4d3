package org.tickstock.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class OrphanedProcessTest {

    @TempDir
    private Path folder;

    @Test
    void stopsTheProcessItRemembers() throws Exception {
        Process left = waiting();
        Path file = folder.resolve("process");
        OrphanedProcess.remember(left.toHandle(), file);

        OrphanedProcess.remembered(file).orElseThrow().stop();

        assertThat(left.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void leavesAProcessAloneThatOnlyHasTheSameNumber() throws Exception {
        Process stranger = waiting();
        try {
            Path file = Files.writeString(folder.resolve("process"), stranger.pid() + " 2026-01-01T00:00:00Z");

            assertThat(OrphanedProcess.remembered(file)).isEmpty();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void findsNothingWhereNothingWasNoted() throws IOException {
        assertThat(OrphanedProcess.remembered(folder.resolve("process"))).isEmpty();
    }

    /** A process that runs until it is stopped: it reads from a pipe nobody writes to. */
    private static Process waiting() throws IOException {
        return new ProcessBuilder("cat").start();
    }
}
