package org.tickstock.app.history;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Stands for the vendor's REST interface: says what a test told it to say, from the test's begin to its end. */
final class VendorServer implements BeforeEachCallback, AfterEachCallback {

    static final String KEY = "secret";

    private final Map<String, Deque<String>> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final List<Long> pausesMs = new ArrayList<>();
    private HttpServer server;

    @Override
    public void beforeEach(ExtensionContext test) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        server.stop(0);
    }

    /** What is answered to requests whose path holds {@code part}, one after the other: a body or a status. */
    void answers(String part, String... bodies) {
        answers.put(part, new ArrayDeque<>(List.of(bodies)));
    }

    /** The requests so far, each with what it was authorized by. */
    List<String> asked() {
        return asked;
    }

    /** Settings of who asks it. */
    ImportSettings settings() {
        URI url = URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ':'
            + server.getAddress().getPort());
        return new ImportSettings(Path.of("import"), false, url, KEY, 12_000, 2);
    }

    /** Who asks it, and pauses in no time. */
    VendorClient client() {
        return new VendorClient(HttpClient.newHttpClient(), settings(), pausesMs::add);
    }

    /** How long its clients would have paused. */
    List<Long> pausesMs() {
        return pausesMs;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        asked.add(path + ' ' + exchange.getRequestHeaders().getFirst("Authorization"));
        String body = answers.entrySet().stream().filter(each -> path.contains(each.getKey())).findFirst()
            .map(each -> each.getValue().poll()).orElse("404");
        boolean isStatus = body.matches("\\d{3}");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(isStatus ? Integer.parseInt(body) : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
