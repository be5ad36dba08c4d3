package org.tickstock.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

/**
 * What the launcher reads from outside.
 *
 * <p>Thread: immutable.
 * <p>Errors: a value that cannot be used is a {@link LaunchException} that names variable, rule and value.
 *
 * @param surroundings the checkout or the distribution
 * @param serverHome the application server's installation
 * @param dataFolder {@code TICKSTOCK_DATA_DIR}, else {@code .tickstock} in the checkout, {@code data} in the
 *     distribution
 * @param http where it listens
 * @param patience {@code TICKSTOCK_START_TIMEOUT_S}: how long a start may take
 * @param ownDatabase {@code DATABASE_URL} and what belongs to it; null where a database is to be started
 */
record LauncherSettings(
        Surroundings surroundings,
        Path serverHome,
        Path dataFolder,
        HttpAddress http,
        Duration patience,
        DatabaseAddress ownDatabase) {

    private static final String PATIENCE_S = "180";

    /** From variables that {@link Surroundings#environment} gathered. */
    static LauncherSettings of(Map<String, String> environment, Properties properties) {
        Surroundings surroundings = Surroundings.of(properties);
        String dataFolder = value(environment, "TICKSTOCK_DATA_DIR");
        return new LauncherSettings(
                surroundings,
                serverHome(surroundings, properties),
                dataFolder.isEmpty() ? surroundings.dataFolder() : Path.of(dataFolder),
                HttpAddress.of(environment),
                patience(value(environment, "TICKSTOCK_START_TIMEOUT_S")),
                database(surroundings, environment));
    }

    private static Duration patience(String seconds) {
        String text = seconds.isEmpty() ? PATIENCE_S : seconds;
        if (!text.matches("[1-9][0-9]{0,4}")) {
            throw new LaunchException("TICKSTOCK_START_TIMEOUT_S must be 1 to 99999, was '" + text + "'");
        }
        return Duration.ofSeconds(Integer.parseInt(text));
    }

    private static Path serverHome(Surroundings surroundings, Properties properties) {
        String serverHome = properties.getProperty("tickstock.server.home");
        if (serverHome != null) {
            return Path.of(serverHome);
        }
        if (!surroundings.isDistribution()) {
            throw new LaunchException("system property tickstock.server.home must name the server; use "
                    + surroundings.command());
        }
        return surroundings.server();
    }

    private static DatabaseAddress database(Surroundings surroundings, Map<String, String> environment) {
        if (!value(environment, "DATABASE_URL").isEmpty()) {
            return DatabaseAddress.of(environment);
        }
        if (surroundings.isDistribution()) {
            throw new LaunchException("DATABASE_URL must name the PostgreSQL to use, as"
                    + " postgresql://user:password@host:port/database; set it in " + surroundings.settings()
                    + " or in the environment");
        }
        return null;
    }

    private static String value(Map<String, String> environment, String key) {
        return environment.getOrDefault(key, "").strip();
    }
}
