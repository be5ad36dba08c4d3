package org.tickstock.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The accounts of a load run at a TickStock server: signs in, picks universes, asks the REST API.
 *
 * <p>Thread: one owner.
 * <p>Errors: {@link IOException} for every answer that is not the expected one.
 */
final class LoadAccounts {

    static final String DEMO = "demo@tickstock.local";

    private static final int PAGE = 1_000;
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A place in a log. */
    record LogPlace(long epoch, long offset) {
    }

    private final ObjectMapper mapper = new ObjectMapper();
    private final URI server;
    private final String password;

    LoadAccounts(URI server, Path dataFolder) throws IOException {
        this.server = server;
        Properties accounts = new Properties();
        try (Reader reader = Files.newBufferedReader(dataFolder.resolve("accounts.properties"))) {
            accounts.load(reader);
        }
        this.password = accounts.getProperty(DEMO);
    }

    /** Signs so many accounts in and gives each its universes; their cookies. */
    List<String> signIn(int count) throws IOException, InterruptedException {
        List<String> cookies = new ArrayList<>();
        for (int account = 0; account < count; account++) {
            String cookie = signIn("load-" + account + "@tickstock.local");
            pick(cookie, List.of(LoadUniverses.name(LoadUniverses.marketOf(account))),
                    List.of(LoadUniverses.name(LoadUniverses.highlowOf(account))));
            cookies.add(cookie);
        }
        return cookies;
    }

    /** The cookie of one who watches everything. */
    String signInWatcher() throws IOException, InterruptedException {
        String cookie = signIn(DEMO);
        pick(cookie, List.of("all_stocks", "etf"), List.of("all_stocks", "etf"));
        return cookie;
    }

    /** One page of the log: at most 1,000 offsets after this one. */
    JsonNode events(String cookie, long after) throws IOException, InterruptedException {
        return page(cookie, after, PAGE);
    }

    /** The place behind the newest event: what a client says that wants what comes from now on. */
    LogPlace newest() throws IOException, InterruptedException {
        JsonNode page = page(signIn(DEMO), 0, 1);
        return new LogPlace(page.get("epoch").asLong(), page.get("last").asLong());
    }

    private JsonNode page(String cookie, long after, int limit) throws IOException, InterruptedException {
        return mapper.readTree(expect(200, HttpRequest.newBuilder(
                server.resolve("api/events?limit=" + limit + "&after=" + after)).header("Cookie", cookie)).body());
    }

    /** The metrics, as Prometheus reads them. */
    static List<String> metrics(URI server) throws IOException, InterruptedException {
        return expect(200, HttpRequest.newBuilder(server.resolve("metrics"))).body().lines().toList();
    }

    private String signIn(String email) throws IOException, InterruptedException {
        String body = mapper.writeValueAsString(Map.of("email", email, "password", password));
        String header = expect(200, json("api/auth/login").POST(BodyPublishers.ofString(body)))
                .headers().firstValue("Set-Cookie").orElseThrow(() -> new IOException("a login must set a cookie"));
        return header.substring(0, header.indexOf(';'));
    }

    private void pick(String cookie, List<String> market, List<String> highlow)
            throws IOException, InterruptedException {
        String body = mapper.writeValueAsString(Map.of("market", market, "highlow", highlow));
        expect(200, json("api/me/universes").header("Cookie", cookie).PUT(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder json(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).header("Content-Type", "application/json");
    }

    private static HttpResponse<String> expect(int status, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != status) {
            throw new IOException(answer.uri() + " must answer " + status + ", was " + answer.statusCode() + " "
                    + answer.body());
        }
        return answer;
    }
}
