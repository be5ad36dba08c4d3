package org.tickstock.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.launcher.Launcher;
import org.tickstock.launcher.Ports;

/** What {@code ./mvnw -Prun} starts, run as a process of its own. */
@ExtendWith(SharedServer.class)
@Order(5)
class LauncherIT {

    private static final String LAST_LINE = "Ctrl-C stops it.";
    /** What a process ended by SIGKILL answers. */
    private static final int KILLED = 137;
    private static final String ACCOUNT = "demo@tickstock.local";

    @Test
    void startsEverythingSaysHowToSignInAndStopsEverything(TestBed bed) throws Exception {
        Path data = bed.directory("launcher");
        int port = Ports.free();
        Process launcher = launch(data, port);
        try (BufferedReader output = launcher.inputReader()) {

            List<String> started = linesUpTo(LAST_LINE, output);

            assertThat(started).contains("TickStock is at http://localhost:" + port + "/", LAST_LINE);
            assertThat(started).anyMatch(line -> line.matches("Sign in: " + ACCOUNT + " / \\S{8,}"));
            assertThat(Http.get(URI.create("http://localhost:" + port + "/health/live")).statusCode()).isEqualTo(200);

            launcher.toHandle().destroy();

            assertThat(launcher.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(Ports.isFree(port)).isTrue();
            assertThat(data.resolve("database").resolve("data").resolve("postmaster.pid")).doesNotExist();
        } finally {
            launcher.destroyForcibly();
        }
    }

    @Test
    void endsWithItsServerAndNamesTheLog(TestBed bed) throws Exception {
        Path data = bed.directory("launcher-crash");
        Process launcher = launch(data, Ports.free());
        try (BufferedReader output = launcher.inputReader()) {
            linesUpTo(LAST_LINE, output);
            long serverPid = Long.parseLong(Files.readString(data.resolve("server.pid")).split(" ")[0]);

            ProcessHandle.of(serverPid).orElseThrow().destroyForcibly();

            List<String> lines = output.lines().toList();
            assertThat(launcher.waitFor()).isEqualTo(KILLED);
            assertThat(lines).anyMatch(line ->
                    line.startsWith("The server ended with code " + KILLED) && line.endsWith(".log"));
            assertThat(data.resolve("database").resolve("data").resolve("postmaster.pid")).doesNotExist();
        } finally {
            launcher.destroyForcibly();
        }
    }

    @Test
    void namesThePortThatIsTaken(TestBed bed) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process launcher = launch(bed.directory("launcher-port"), taken.getLocalPort());
            try (BufferedReader output = launcher.inputReader()) {

                List<String> lines = output.lines().toList();

                assertThat(launcher.waitFor()).isEqualTo(1);
                assertThat(lines).last().asString()
                        .contains("port " + taken.getLocalPort() + " is in use")
                        .contains("TICKSTOCK_HTTP_PORT=");
            }
        }
    }

    @Test
    void refusesADatabaseThatIsNone(TestBed bed) throws Exception {
        Process launcher = launch(bed.directory("launcher-url"), Ports.free(), "DATABASE_URL", "mysql://u:secret@h/d");
        try (BufferedReader output = launcher.inputReader()) {

            List<String> lines = output.lines().toList();

            assertThat(launcher.waitFor()).isEqualTo(1);
            assertThat(lines).last().asString().contains("DATABASE_URL must be").doesNotContain("secret");
        }
    }

    private static List<String> linesUpTo(String last, BufferedReader output) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.equals(last)) {
                break;
            }
        }
        return lines;
    }

    private static Process launch(Path data, int port, String... variables) throws IOException {
        Files.createDirectories(data.getParent());
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dtickstock.server.home=" + System.getProperty("tickstock.server.home"),
                "-cp", System.getProperty("java.class.path"), Launcher.class.getName());
        builder.environment().remove("DATABASE_URL");
        builder.environment().put("TICKSTOCK_DATA_DIR", data.toString());
        builder.environment().put("TICKSTOCK_HTTP_PORT", Integer.toString(port));
        for (int index = 0; index < variables.length; index += 2) {
            builder.environment().put(variables[index], variables[index + 1]);
        }
        return builder.redirectErrorStream(true).start();
    }
}
