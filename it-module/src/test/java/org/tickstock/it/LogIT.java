package org.tickstock.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.tickstock.launcher.TickStockServer;

/** The log: an id for each request, levels that change while the server runs, and nothing secret. */
@Tag(TestBed.EVERY_SERVER)
@ResourceLock(TestBed.SHARED_SERVER)
@ExtendWith(SharedServer.class)
class LogIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void tellsTheCallerTheIdOfTheRequest(TickStockServer server) {
        HttpResponse<String> answer = Http.send(HttpRequest.newBuilder(server.address().resolve("ready"))
                .header("X-Request-Id", "mine-1"));

        assertThat(answer.headers().firstValue("x-request-id")).contains("mine-1");
        assertThat(Http.get(server.address().resolve("ready")).headers().firstValue("x-request-id").orElse(""))
                .matches("[0-9a-f-]{36}");
    }

    @Test
    void isTurnedUpWhileTheServerRunsAndLogsRequestsThenWithoutTheirSecrets(TickStockServer server, TestBed bed)
            throws IOException {
        Account admin = Account.signIn(server.address(), bed.dataFolder("shared"), Account.ADMIN);
        assertThat(levelOf(admin, "requests")).isEqualTo("INFO");
        assertThat(admin.get("api/why-not?symbol=quiet-1").statusCode()).isEqualTo(400);

        assertThat(admin.put("api/logs/requests", "{\"level\":\"DEBUG\"}").statusCode()).isEqualTo(200);
        assertThat(levelOf(admin, "requests")).isEqualTo("DEBUG");
        assertThat(admin.get("api/why-not?symbol=loud-1").statusCode()).isEqualTo(400);

        await().atMost(PATIENCE).until(() -> logged(server).contains("path=/api/why-not status=400"));
        assertThat(admin.put("api/logs/requests", "{\"level\":\"INFO\"}").statusCode()).isEqualTo(200);
        assertThat(logged(server)).containsPattern("request ended requestId=[0-9a-f-]{36} method=GET path=/api/why-not")
                .doesNotContain("loud-1").doesNotContain(admin.cookie().substring(admin.cookie().indexOf('=') + 1));
    }

    @Test
    void isAnAdministratorsBusinessAlone(TickStockServer server, TestBed bed) {
        Account demo = Account.signIn(server.address(), bed.dataFolder("shared"), Account.DEMO);
        Account admin = Account.signIn(server.address(), bed.dataFolder("shared"), Account.ADMIN);

        assertThat(demo.get("api/logs").statusCode()).isEqualTo(403);
        assertThat(demo.put("api/logs/core", "{\"level\":\"OFF\"}").statusCode()).isEqualTo(403);
        assertThat(admin.put("api/logs/core", "{\"level\":\"LOUD\"}").body())
                .contains("level must be one of [TRACE, DEBUG, INFO, WARNING, ERROR, OFF], was 'LOUD'");
        assertThat(admin.put("api/logs/nothing", "{\"level\":\"OFF\"}").statusCode()).isEqualTo(404);
    }

    private static String levelOf(Account account, String domain) {
        return account.getJson("api/logs").getJsonArray("domains").getValuesAs(JsonObject.class).stream()
                .filter(each -> each.getString("domain").equals(domain)).findFirst().orElseThrow().getString("level");
    }

    /** Everything in the folder of the log: detailed lines may have a file of their own. */
    private static String logged(TickStockServer server) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(server.log().getParent())) {
            for (Path file : List.copyOf(files.filter(Files::isRegularFile).toList())) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }
}
