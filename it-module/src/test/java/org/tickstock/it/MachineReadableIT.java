package org.tickstock.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.launcher.TickStockServer;

/** Logs and traces for machines to read, where the server is told to write them. */
@ExtendWith(SharedServer.class)
class MachineReadableIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void sendsASpanOfARequestToTheCollectorAndLogsInJson(TestBed bed) throws IOException {
        Queue<String> received = new ConcurrentLinkedQueue<>();
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            // Names stand in the binary message as they are.
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        try (TickStockServer server = TickStockServer.start(bed.options("telemetry").with(bed.database("telemetry"))
                .with(TestBed.JVM_ARGS, "-Dtelemetry=on")
                .with("TICKSTOCK_LOG_FORMAT", "json")
                .with("OTEL_SDK_DISABLED", "false")
                .with("OTEL_SERVICE_NAME", "tickstock")
                .with("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
                .with("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + collector.getAddress().getPort())
                .with("OTEL_METRICS_EXPORTER", "none")
                .with("OTEL_LOGS_EXPORTER", "none")
                .with("OTEL_BSP_SCHEDULE_DELAY", "200"))) {
            server.awaitReady();

            assertThat(Account.login(server.address(), "nobody@tickstock.local", "wrong").statusCode()).isEqualTo(401);

            await().atMost(PATIENCE).until(() -> received.stream().anyMatch(spans ->
                    spans.contains("tickstock") && spans.contains("/api/auth/login")));
            // What is said before the configuration is read is plain text: which server this is, and that it begins.
            List<String> lines = Files.readAllLines(server.log()).stream()
                    .dropWhile(line -> !line.startsWith("{")).toList();
            assertThat(lines).isNotEmpty().allMatch(line -> Account.json(line).containsKey("message"));
            assertThat(lines).anyMatch(line -> line.contains("org.tickstock."));
        } finally {
            collector.stop(0);
        }
    }
}
