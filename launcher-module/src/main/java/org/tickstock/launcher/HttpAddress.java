package org.tickstock.launcher;

import java.net.URI;
import java.util.Map;
import java.util.Set;

/**
 * Where this machine finds the server it starts.
 *
 * <p>Thread: immutable; may be shared.
 * <p>Errors: a value that cannot be used is a {@link LaunchException} that names variable, rule and value.
 *
 * @param host {@code TICKSTOCK_HTTP_HOST} where that is one address, else localhost
 * @param port {@code TICKSTOCK_HTTP_PORT}, else 8080
 */
record HttpAddress(String host, int port) {

    private static final String DEFAULT_PORT = "8080";
    private static final Set<String> EVERYWHERE = Set.of("", "*", "0.0.0.0", "::", "[::]");

    static HttpAddress of(Map<String, String> environment) {
        String port = environment.getOrDefault("TICKSTOCK_HTTP_PORT", "").strip();
        return of(environment.getOrDefault("TICKSTOCK_HTTP_HOST", ""), number(port.isEmpty() ? DEFAULT_PORT : port));
    }

    static HttpAddress of(String listeningOn, int port) {
        String host = listeningOn.strip();
        return new HttpAddress(EVERYWHERE.contains(host) ? "localhost" : host, port);
    }

    URI uri() {
        boolean bareIpv6 = host.indexOf(':') >= 0 && !host.startsWith("[");
        return URI.create("http://" + (bareIpv6 ? "[" + host + "]" : host) + ":" + port + "/");
    }

    private static int number(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            throw wrongPort(text, notANumber);
        }
        throw wrongPort(text, null);
    }

    private static LaunchException wrongPort(String text, Throwable cause) {
        return new LaunchException("TICKSTOCK_HTTP_PORT must be 1 to 65535, was '" + text + "'", cause);
    }
}
