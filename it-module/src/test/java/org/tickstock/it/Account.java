package org.tickstock.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** A user signed in to a server: what a browser would keep of it is the cookie. */
public final class Account {

    public static final String DEMO = "demo@tickstock.local";
    public static final String ADMIN = "admin@tickstock.local";

    private final URI server;
    private final String cookie;

    private Account(URI server, String cookie) {
        this.server = server;
        this.cookie = cookie;
    }

    /** Signs in with the password that the server wrote into its data folder. */
    public static Account signIn(URI server, Path dataFolder, String email) {
        HttpResponse<String> answer = login(server, email, passwordOf(dataFolder, email));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new Account(server, cookieOf(answer));
    }

    public static HttpResponse<String> login(URI server, String email, String password) {
        JsonObject body = Json.createObjectBuilder().add("email", email).add("password", password).build();
        return Http.send(HttpRequest.newBuilder(server.resolve("api/auth/login"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    public static String passwordOf(Path dataFolder, String email) {
        Properties accounts = new Properties();
        try (Reader reader = Files.newBufferedReader(dataFolder.resolve("accounts.properties"))) {
            accounts.load(reader);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return accounts.getProperty(email);
    }

    public static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    public URI server() {
        return server;
    }

    public String cookie() {
        return cookie;
    }

    public HttpResponse<String> get(String path) {
        return Http.send(HttpRequest.newBuilder(server.resolve(path)).header("Cookie", cookie));
    }

    public JsonObject getJson(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer.body());
    }

    public HttpResponse<String> put(String path, String body) {
        return Http.send(HttpRequest.newBuilder(server.resolve(path)).header("Cookie", cookie)
                .header("Content-Type", "application/json").PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> post(String path) {
        return Http.send(HttpRequest.newBuilder(server.resolve(path)).header("Cookie", cookie)
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    public HttpResponse<String> post(String path, String body) {
        return Http.send(HttpRequest.newBuilder(server.resolve(path)).header("Cookie", cookie)
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> delete(String path) {
        return Http.send(HttpRequest.newBuilder(server.resolve(path)).header("Cookie", cookie).DELETE());
    }

    /** The one of the account's open WebSocket connections that was opened last. */
    public JsonObject newestConnection() {
        List<JsonObject> open = getJson("api/me/connections").getJsonArray("connections")
                .getValuesAs(JsonObject.class);
        return open.get(open.size() - 1);
    }

    /** Watches one universe with both trackers. */
    public void watch(String universe) {
        watch(universe, universe);
    }

    /** Watches one universe for trends and surges, and one for highs and lows. */
    public void watch(String market, String highlow) {
        HttpResponse<String> answer = put("api/me/universes",
                "{\"market\":[\"" + market + "\"],\"highlow\":[\"" + highlow + "\"]}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static String cookieOf(HttpResponse<String> answer) {
        String header = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(header).contains("HttpOnly", "SameSite=Lax");
        return header.substring(0, header.indexOf(';'));
    }
}
