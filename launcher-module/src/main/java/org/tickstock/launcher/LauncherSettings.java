package org.tickstock.launcher;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * What the launcher reads from outside.
 *
 * <p>Thread: immutable.
 * <p>Errors: a value that cannot be used is a {@link LaunchException} that names variable, rule and value.
 *
 * @param serverHome the application server's installation
 * @param dataFolder {@code TICKSTOCK_DATA_DIR}, else {@code .tickstock} in the checkout
 * @param httpPort {@code TICKSTOCK_HTTP_PORT}, else 8080
 * @param ownDatabase {@code DATABASE_URL} and what belongs to it; null where a database is to be started
 */
record LauncherSettings(Path serverHome, Path dataFolder, int httpPort, DatabaseAddress ownDatabase) {

    private static final String DEFAULT_PORT = "8080";

    static LauncherSettings of(Map<String, String> environment, Properties properties) {
        String serverHome = properties.getProperty("tickstock.server.home");
        if (serverHome == null) {
            throw new LaunchException("system property tickstock.server.home must name the server; use ./mvnw -Prun");
        }
        Path checkout = Path.of(properties.getProperty("tickstock.checkout", ""));
        String dataFolder = value(environment, "TICKSTOCK_DATA_DIR", "");
        return new LauncherSettings(
                Path.of(serverHome),
                dataFolder.isEmpty() ? checkout.resolve(".tickstock") : Path.of(dataFolder),
                port(value(environment, "TICKSTOCK_HTTP_PORT", DEFAULT_PORT)),
                value(environment, "DATABASE_URL", "").isEmpty() ? null : DatabaseAddress.of(environment));
    }

    private static int port(String text) {
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

    private static String value(Map<String, String> environment, String key, String otherwise) {
        String found = environment.getOrDefault(key, "").trim();
        return found.isEmpty() ? otherwise : found;
    }
}
