package org.tickstock.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.tickstock.launcher.TickStockServer;

/** What the server itself answers on the application's port. */
@Tag(TestBed.EVERY_SERVER)
@ResourceLock(TestBed.SHARED_SERVER)
@ExtendWith(SharedServer.class)
class ServerSurfaceIT {

    @Test
    void saysThatItIsAlive(TickStockServer server) {
        HttpResponse<String> answer = Http.get(server.address().resolve("health/live"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"status\":\"UP\"");
    }

    @Test
    void saysThatItIsReadyWithADatabase(TickStockServer server) {
        HttpResponse<String> answer = Http.get(server.address().resolve("health/ready"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(names(answer)).containsExactlyInAnyOrder("database", "feed", "pipeline", "journal");
    }

    @Test
    void answersTheSameUnderEveryName(TickStockServer server) {
        assertThat(names(Http.get(server.address().resolve("ready"))))
                .containsExactlyInAnyOrder("database", "feed", "pipeline", "journal");
        assertThat(names(Http.get(server.address().resolve("health/live")))).containsExactly("loops");
        assertThat(names(Http.get(server.address().resolve("health"))))
                .containsExactlyInAnyOrder("loops", "database", "feed", "pipeline", "journal");
    }

    @Test
    void letsNoBrowserKeepAPageOfAnOlderVersion(TickStockServer server) {
        HttpResponse<String> answer = Http.send(HttpRequest.newBuilder(server.address().resolve("app/main.js"))
                .header("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT"));

        assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
    }

    @Test
    void doesNotSayWhatItIsMadeOf(TickStockServer server) {
        HttpResponse<String> answer = Http.get(server.address().resolve("no/such/page"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
        assertThat(answer.body()).doesNotContainIgnoringCase("liberty");
    }

    private static List<String> names(HttpResponse<String> answer) {
        return Account.json(answer.body()).getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .map(check -> check.getString("name") + (check.getJsonObject("data").getString("detail").isEmpty()
                        ? " without a detail" : ""))
                .toList();
    }
}
