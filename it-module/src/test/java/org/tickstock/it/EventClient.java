package org.tickstock.it;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A client of the WebSocket that keeps every frame, as a browser's store would. */
public final class EventClient implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<JsonObject> frames = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;

    private EventClient(WebSocket.Builder builder, URI page) {
        URI address = URI.create(page.toString().replaceFirst("^http", "ws"));
        socket = builder.buildAsync(address, new Keeper()).join();
    }

    /** Connects with the account's cookie. */
    public static EventClient connect(Account account) {
        return new EventClient(HTTP.newWebSocketBuilder().header("Cookie", account.cookie()),
                account.server().resolve("ws"));
    }

    /** Connects as one that goes on from there: it gets nothing before it has said so, however long that takes. */
    public static EventClient resuming(Account account, long epoch, long after) {
        EventClient client = new EventClient(HTTP.newWebSocketBuilder().header("Cookie", account.cookie()),
                account.server().resolve("ws?resume"));
        client.resume(epoch, after);
        return client;
    }

    /** Connects to any path with any headers; a refused upgrade completes with a WebSocketHandshakeException. */
    public static EventClient connect(URI page, String... headers) {
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        return new EventClient(builder, page);
    }

    public void send(String text) {
        socket.sendText(text, true).join();
    }

    public void resume(long epoch, long after) {
        send("{\"event\":\"resume\",\"data\":{\"epoch\":" + epoch + ",\"after\":" + after + "}}");
    }

    public List<JsonObject> frames(String event) {
        return frames.stream().filter(frame -> frame.getString("event").equals(event))
                .map(frame -> frame.getJsonObject("data")).toList();
    }

    /** Every event of every stock_data frame, in the order received list by list. */
    public List<JsonObject> events() {
        return frames("stock_data").stream().flatMap(EventClient::eventsOf).toList();
    }

    /** Offsets of what was received of one log, ascending in each frame. */
    public List<Long> offsets(long epoch) {
        return frames("stock_data").stream().filter(data -> data.getJsonNumber("epoch").longValue() == epoch)
                .flatMap(data -> eventsOf(data).map(event -> event.getJsonNumber("offset").longValue()).sorted())
                .toList();
    }

    private static Stream<JsonObject> eventsOf(JsonObject data) {
        JsonObject trending = data.getJsonObject("trending");
        JsonObject surging = data.getJsonObject("surging");
        return Stream.of(data.get("highs"), data.get("lows"), trending.get("up"), trending.get("down"),
                surging.get("up"), surging.get("down"))
                .flatMap(list -> list.asJsonArray().stream().map(JsonValue::asJsonObject));
    }

    /** What every stock_data frame said of events before. */
    public List<JsonObject> revisions() {
        return frames("stock_data").stream()
                .flatMap(data -> data.getJsonArray("revised").getValuesAs(JsonObject.class).stream()).toList();
    }

    public List<Long> offsets() {
        return events().stream().map(event -> event.getJsonNumber("offset").longValue()).toList();
    }

    public List<String> symbols() {
        return events().stream().map(event -> event.getString("symbol")).distinct().toList();
    }

    /** Last offset that the frames cover, 0 before the first. */
    public long coveredTo() {
        List<JsonObject> data = frames("stock_data");
        return data.isEmpty() ? 0 : data.get(data.size() - 1).getJsonNumber("to").longValue();
    }

    public long epoch() {
        return frames("status_update").get(0).getJsonNumber("epoch").longValue();
    }

    /** Completes with the close code. */
    public CompletableFuture<Integer> closed() {
        return closed;
    }

    /** Drops the connection without a word, as a lost network does. */
    public void drop() {
        socket.abort();
    }

    @Override
    public void close() {
        if (!socket.isOutputClosed()) {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "done").exceptionally(broken -> socket).join();
        }
        socket.abort();
    }

    private final class Keeper implements WebSocket.Listener {

        private final StringBuilder partial = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            partial.append(part);
            if (last) {
                frames.add(Account.json(partial.toString()));
                partial.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable broken) {
            closed.completeExceptionally(broken);
        }
    }
}
