package org.tickstock.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.launcher.TickStockServer;

/** What the server itself answers on the application's port. */
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
    }

    @Test
    void servesMetricsWithoutAUser(TickStockServer server) {
        HttpResponse<String> answer = Http.get(server.address().resolve("metrics"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("text/plain");
        assertThat(answer.body()).contains("memory_usedHeap_bytes");
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
}
