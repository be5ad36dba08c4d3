package org.tickstock.web.emit;

import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tickstock.web.account.LoginCookie;

/**
 * Carries the login token from the handshake to the endpoint, which looks its user up anew.
 *
 * <p>User properties belong to one connection (Jakarta WebSocket 2.1); a test with many handshakes at once watches
 * that.
 */
public class HandshakeUser extends ServerEndpointConfig.Configurator {

    static final String TOKEN = "tickstock.login-token";

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(request.getHeaders());
        LoginCookie.tokenOf(headers.getOrDefault("Cookie", List.of()))
                .ifPresent(token -> config.getUserProperties().put(TOKEN, token));
    }
}
