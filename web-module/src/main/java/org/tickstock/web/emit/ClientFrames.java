package org.tickstock.web.emit;

import static org.tickstock.app.json.JsonFactory.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import org.tickstock.app.emit.StatusFrames;
import org.tickstock.app.emit.SubscriberRegistry;
import org.tickstock.app.universe.UniverseIndexHolder;
import org.tickstock.engine.emit.ResumePoint;

/**
 * Answers what clients send.
 *
 * <p>Errors: a frame that is none, or of an unknown name, is answered by {@code error}; the connection stays.
 * <p>Source: docs/wire-protocol.md, section 3.
 */
@ApplicationScoped
public class ClientFrames {

    private static final String NAMES = "resume, ack, ping, user_status_request, refresh_universe_data, "
            + "market_state_watch";
    private static final int SHOWN = 40;

    @Inject
    private StatusFrames frames;
    @Inject
    private SubscriberRegistry registry;
    @Inject
    private UniverseIndexHolder universes;

    void handle(WebSocketSubscriber subscriber, String text) {
        try {
            answer(subscriber, text);
        } catch (IllegalArgumentException refused) {
            subscriber.sendControl(frames.error(refused.getMessage()));
        }
    }

    private void answer(WebSocketSubscriber subscriber, String text) {
        JsonObject frame = parse(text);
        String event = frame.get("event") instanceof JsonString name ? name.getString() : "";
        switch (event) {
            case "resume" -> subscriber.resumeFrom(
                    new ResumePoint(number(frame, event, "epoch"), number(frame, event, "after")));
            case "ack" -> subscriber.acknowledge(number(frame, event, "epoch"), number(frame, event, "offset"));
            case "ping" -> subscriber.sendControl(frames.pong());
            case "user_status_request" -> subscriber.sendControl(frames.userStatusResponse(
                    subscriber.login().user(), subscriber.connectionId(), registry.connectionsOf(subscriber.userId())));
            case "refresh_universe_data" -> subscriber.sendControl(frames.universeUpdated(subscriber.selection()));
            case "market_state_watch" -> subscriber.follow(
                    WatchRequest.of(frame.get("data"), universes.current()));
            default -> throw new IllegalArgumentException(
                    "event must be one of " + NAMES + ", was '" + shortened(event) + "'");
        }
    }

    private static long number(JsonObject frame, String event, String name) {
        JsonValue value = frame.get("data") instanceof JsonObject data ? data.get(name) : null;
        try {
            if (value instanceof JsonNumber number && number.isIntegral()) {
                return number.longValueExact();
            }
        } catch (ArithmeticException tooLarge) {
            throw notWhole(event + " " + name, value, tooLarge);
        }
        throw notWhole(event + " " + name, value, null);
    }

    private static IllegalArgumentException notWhole(String name, JsonValue value, Throwable cause) {
        return new IllegalArgumentException(
                name + " must be a whole number, was " + shortened(String.valueOf(value)), cause);
    }

    private static JsonObject parse(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (JsonException malformed) {
            throw new IllegalArgumentException(
                    "a frame must be {\"event\": NAME, \"data\": {…}}, was '" + shortened(text) + "'", malformed);
        }
    }

    static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
