package org.tickstock.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tickstock.launcher.DatabaseAddress;
import org.tickstock.launcher.EmbeddedDatabase;
import org.tickstock.launcher.Ports;

/** The zip in an empty folder, with Java and the address of a PostgreSQL, and nothing else. */
class DistributionIT {

    private static final Path WORK = Path.of(System.getProperty("tickstock.dist.work"));
    private static final String LAST_LINE = "Ctrl-C stops it.";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** How a Java program ends on SIGTERM. */
    private static final int TERMINATED = 143;

    private static Installation installation;

    @BeforeAll
    static void unpackTheZip() throws IOException {
        Assumptions.assumeFalse(System.getProperty("os.name").startsWith("Windows"), "bin/tickstock is for a shell");
        // A database that was here before would have its accounts already.
        Installation.clear(WORK);
        installation = Installation.unpack(WORK.resolve("unpacked"));
    }

    @Test
    void saysWhichDatabaseItNeedsAndEndsWithOne() throws Exception {
        Process process = installation.launch(Map.of());

        String said = all(process);

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(said)
                .contains("DATABASE_URL", "conf/tickstock.env", "postgresql://user:password@host:port/database");
    }

    @Test
    void saysHowItIsUsed() throws Exception {
        Process process = installation.launch(Map.of(), "start", "now");

        assertThat(all(process)).contains("usage: tickstock");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    @Test
    void startsServesAndStopsWithADatabaseByItsAddress() throws Exception {
        Assumptions.assumeTrue("amd64".equals(System.getProperty("os.arch")), "no PostgreSQL for the test here");
        int port = Ports.free();
        Map<String, String> before = installation.files();
        try (EmbeddedDatabase database = EmbeddedDatabase.startForTests(WORK.resolve("database"), Ports.free())) {
            DatabaseAddress address = database.address();
            Map<String, String> variables = Map.of(
                    "DATABASE_URL", address.jdbcUrl().replaceFirst(
                            "jdbc:postgresql://", "postgresql://" + address.user() + ":" + address.password() + "@"),
                    "TICKSTOCK_HTTP_PORT", Integer.toString(port),
                    "TICKSTOCK_START_TIMEOUT_S", "600");
            Process process = installation.launch(variables);
            try (BufferedReader output = process.inputReader()) {
                List<String> said = linesUpToTheLast(output);
                assertThat(said).contains("TickStock is at http://localhost:" + port + "/", LAST_LINE);
                assertThat(said).anyMatch(line -> line.startsWith("Sign in: demo@tickstock.local / "));

                assertThat(get(port, "").body()).contains("<title>TickStock");
                assertThat(get(port, "ready").statusCode()).isEqualTo(200);
                assertThat(get(port, "metrics").body()).contains("tickstock_balanced");
                Process question = installation.launch(variables, "ask");
                assertThat(all(question)).contains("\"status\":\"UP\"");
                assertThat(question.waitFor()).isZero();

                process.toHandle().destroy();

                assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
                assertThat(process.exitValue()).isEqualTo(TERMINATED);
                assertThat(Ports.isFree(port)).isTrue();
                assertThat(installation.files()).isEqualTo(before);
            } finally {
                process.toHandle().destroy();
                process.waitFor();
            }
        }
    }

    private static HttpResponse<String> get(int port, String page) throws IOException, InterruptedException {
        URI address = URI.create("http://localhost:" + port + "/" + page);
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build().send(
                HttpRequest.newBuilder(address).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String all(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static List<String> linesUpToTheLast(BufferedReader output) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.equals(LAST_LINE)) {
                break;
            }
        }
        return lines;
    }
}
