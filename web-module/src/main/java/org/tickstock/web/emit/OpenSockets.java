package org.tickstock.web.emit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.websocket.CloseReason;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The WebSockets of this server, by connection: found again when a message comes, closed when a login ends.
 *
 * <p>Thread: any.
 */
@ApplicationScoped
public class OpenSockets {

    private final Map<String, WebSocketSubscriber> byConnection = new ConcurrentHashMap<>();

    void add(WebSocketSubscriber subscriber) {
        byConnection.put(subscriber.connectionId(), subscriber);
    }

    Optional<WebSocketSubscriber> find(String connectionId) {
        return Optional.ofNullable(byConnection.get(connectionId));
    }

    Optional<WebSocketSubscriber> remove(String connectionId) {
        return Optional.ofNullable(byConnection.remove(connectionId));
    }

    /** Closes every connection that this login opened. */
    public void closeAllOf(String token) {
        byConnection.values().stream()
                .filter(subscriber -> subscriber.token().equals(token))
                .forEach(subscriber -> subscriber.closeWith(WebSocketSubscriber.SIGNED_OUT, "signed out"));
    }

    /** Closes everything, as when the application stops. */
    public void closeAll() {
        byConnection.values().forEach(
                subscriber -> subscriber.closeWith(CloseReason.CloseCodes.SERVICE_RESTART, "the server stops"));
    }
}
