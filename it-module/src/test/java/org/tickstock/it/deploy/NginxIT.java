package org.tickstock.it.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickstock.it.Account;
import org.tickstock.it.Http;
import org.tickstock.it.SharedServer;
import org.tickstock.it.TestBed;
import org.tickstock.launcher.DatabaseAddress;
import org.tickstock.launcher.TickStockServer;

/** What a browser gets of TickStock behind the nginx of {@code deploy/nginx}. */
@ExtendWith(SharedServer.class)
class NginxIT {

    private static final int TEXT = 1;
    private static final int MOST_SOCKETS = 100;
    private static final int BURST = 200;
    private static final int MOST_REQUESTS = 20 * BURST;

    private static TickStockServer server;
    private static FrontNginx nginx;
    private static String cookie;
    private static String password;

    @BeforeAll
    static void startBoth(TestBed bed) throws Exception {
        Tools.require("nginx");
        DatabaseAddress database = bed.database("nginx");
        server = TickStockServer.start(bed.options("nginx").with(database)
                .with("TICKSTOCK_WEB_TRUST_FORWARDED", "true")
                .with("TICKSTOCK_WEB_MAX_CONNECTIONS_PER_USER", "1000"));
        server.awaitReady();
        nginx = FrontNginx.start(bed.directory("nginx"), server.address());
        password = Account.passwordOf(bed.dataFolder("nginx"), Account.DEMO);
        cookie = Account.signIn(server.address(), bed.dataFolder("nginx"), Account.DEMO).cookie();
    }

    @AfterAll
    static void stopBoth() throws IOException {
        if (nginx != null) {
            nginx.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void servesThePageByTls(String protocol) throws Exception {
        try (TlsClient client = nginx.connect(protocol)) {
            TlsClient.Answer page = client.send("GET", "/").receive();

            assertThat(client.protocol()).isEqualTo(protocol);
            assertThat(page.status()).isEqualTo(200);
        }
    }

    @Test
    void refusesOldTls() throws Exception {
        assertThat(OldTls.alertTo(nginx.httpsPort())).isEqualTo(OldTls.PROTOCOL_VERSION);
    }

    @Test
    void hasNoCertificateForAnotherName() {
        assertThatThrownBy(() -> nginx.connectAs("elsewhere.example.com")).isInstanceOf(SSLException.class);
    }

    @Test
    void tellsBrowsersToStayWithTlsAndWhatPagesMayDo() throws Exception {
        try (TlsClient client = nginx.connect()) {
            TlsClient.Answer page = client.send("GET", "/").receive();

            assertThat(page.header("strict-transport-security")).startsWith("max-age=31536000");
            assertThat(page.header("content-security-policy")).contains("default-src 'self'", "frame-ancestors 'none'");
            assertThat(page.header("x-content-type-options")).isEqualTo("nosniff");
            assertThat(page.header("x-frame-options")).isEqualTo("DENY");
            assertThat(page.header("referrer-policy")).isEqualTo("same-origin");
            assertThat(page.header("server")).isEqualTo("nginx");
        }
    }

    @Test
    void leadsFromHttpToHttpsByTheKnownName() {
        HttpResponse<String> answer = Http.get(URI.create("http://127.0.0.1:" + nginx.httpPort() + "/admin/?a=b"));

        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.headers().firstValue("location")).contains("https://" + FrontNginx.NAME + "/admin/?a=b");
    }

    @Test
    void letsAWebSocketThrough() throws Exception {
        try (TlsClient client = nginx.connect()) {
            TlsClient.Answer answer = upgrade(client);

            assertThat(answer.status()).isEqualTo(101);
            assertThat(client.frameKind()).isEqualTo(TEXT);
        }
    }

    @Test
    void saysWhereTheBrowserIsSoThatAForeignPageIsRefused() throws Exception {
        try (TlsClient client = nginx.connect()) {
            TlsClient.Answer answer = client.send("GET", "/ws", "Upgrade: websocket", "Connection: Upgrade",
                    "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==", "Cookie: " + cookie,
                    "Origin: https://elsewhere.example.com").receive();

            assertThat(answer.status()).isEqualTo(403);
        }
    }

    @Test
    void marksTheCookieSecureSinceTheBrowserSpeaksTls() throws Exception {
        try (TlsClient client = nginx.connect()) {
            String login = Json.createObjectBuilder().add("email", Account.DEMO).add("password", password).build()
                    .toString();
            TlsClient.Answer answer = client.send("POST", "/api/auth/login", login.getBytes(StandardCharsets.UTF_8),
                    "Content-Type: application/json", "Origin: https://" + FrontNginx.NAME).receive();

            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.header("set-cookie")).contains("Secure", "HttpOnly");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/health", "/health/ready", "/ready", "//ready", "/%72eady", "/ready;a=b",
        "/x/..;/metrics", "/./metrics", "/x/../metrics"})
    void keepsWhatIsForOperatorsFromTheWorld(String path) throws Exception {
        try (TlsClient client = nginx.connect()) {
            TlsClient.Answer answer = client.send("GET", path).receive();

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.header("content-type")).startsWith("application/problem+json");
            assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
        }
    }

    @Test
    void refusesALargeBodyAndLetsTickStockRefuseASmallerOne() throws Exception {
        try (TlsClient client = nginx.connect()) {
            TlsClient.Answer smaller = client.send("POST", "/api/auth/login", new byte[40_000],
                    "Content-Type: application/json", "Connection: close").receive();
            assertThat(smaller.status()).isEqualTo(413);
            assertThat(smaller.body()).doesNotContain("64 KiB");
        }
        try (TlsClient client = nginx.connect()) {
            TlsClient.Answer large = client.send("POST", "/api/auth/login", "Content-Length: 1000000").receive();
            assertThat(large.status()).isEqualTo(413);
            assertThat(large.body()).contains("64 KiB");
        }
    }

    @Test
    void limitsSignInsOfOneAddress(TestBed bed) throws Exception {
        try (FrontNginx own = FrontNginx.start(bed.directory("nginx-sign-ins"), server.address());
                TlsClient client = own.connect()) {
            List<TlsClient.Answer> answers = new ArrayList<>();
            for (int attempt = 0; attempt < 30; attempt++) {
                answers.add(client.send("GET", "/api/auth/login").receive());
            }

            assertThat(answers).extracting(TlsClient.Answer::status).contains(429);
            TlsClient.Answer refused = answers.get(answers.size() - 1);
            assertThat(refused.header("retry-after")).isEqualTo("1");
            assertThat(refused.body()).contains("\"status\":429");
        }
    }

    @Test
    void limitsWebSocketsOfOneAddress(TestBed bed) throws Exception {
        List<TlsClient> open = new ArrayList<>();
        try (FrontNginx own = FrontNginx.start(bed.directory("nginx-sockets"), server.address())) {
            List<Integer> statuses = new ArrayList<>();
            for (int count = 0; count <= MOST_SOCKETS; count++) {
                open.add(own.connect());
                statuses.add(upgrade(open.get(count)).status());
            }

            assertThat(statuses.subList(0, MOST_SOCKETS)).containsOnly(101);
            assertThat(statuses.get(MOST_SOCKETS)).isEqualTo(429);
        } finally {
            for (TlsClient client : open) {
                client.close();
            }
        }
    }

    @Test
    void limitsRequestsOfOneAddress(TestBed bed) throws Exception {
        try (FrontNginx own = FrontNginx.start(bed.directory("nginx-requests"), server.address());
                TlsClient client = own.connect()) {
            List<Integer> statuses = new ArrayList<>();
            // As long as a busy machine answers more slowly than the limit, nothing is over it.
            while (!statuses.contains(429) && statuses.size() < MOST_REQUESTS) {
                statuses.add(client.send("GET", "/api/me?" + statuses.size()).receive().status());
            }

            assertThat(statuses).contains(401).contains(429);
            assertThat(statuses).hasSizeGreaterThan(BURST);
        }
    }

    @Test
    void saysInWordsThatTickStockIsAway(TestBed bed) throws Exception {
        try (FrontNginx lonely = FrontNginx.start(bed.directory("nginx-lonely"), URI.create("http://127.0.0.1:1"));
                TlsClient client = lonely.connect()) {
            TlsClient.Answer answer = client.send("GET", "/").receive();

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("retry-after")).isEqualTo("5");
            assertThat(answer.body()).contains("\"title\":\"Service Unavailable\"");
        }
    }

    @Test
    void logsAddressesWithoutTheirQuery() throws Exception {
        try (TlsClient client = nginx.connect()) {
            client.send("GET", "/api/me?token=s3cret").receive();
        }

        await().until(() -> nginx.accessLog().contains("/api/me"));
        assertThat(nginx.accessLog()).contains("request_id=").doesNotContain("s3cret");
    }

    private static TlsClient.Answer upgrade(TlsClient client) throws IOException {
        return client.send("GET", "/ws", "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==", "Cookie: " + cookie,
                "Origin: https://" + FrontNginx.NAME).receive();
    }
}
