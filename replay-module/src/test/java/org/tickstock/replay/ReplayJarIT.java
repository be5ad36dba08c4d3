package org.tickstock.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The packed command as a person starts it: {@code java -jar}. */
@Timeout(120)
class ReplayJarIT {

    private static final Path JAR = Path.of("target", "tickstock-replay.jar");

    @Test
    void raisesTheEventsOfThreeRealDays() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-jar", JAR.toString(), "--lanes", "2"));
        SharedData.tapes().forEach(tape -> command.add(tape.toString()));

        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String figures = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(figures.lines()).singleElement().asString()
                .startsWith("{\"ticks\":1599400,").contains("\"sha256\":\"" + RealReplay.SIP_SHA256 + "\"");
    }
}
