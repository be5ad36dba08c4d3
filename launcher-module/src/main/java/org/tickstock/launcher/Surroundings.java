package org.tickstock.launcher;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * Where the launcher was started from: a checkout, or the distribution that system property
 * {@code tickstock.distribution} names.
 *
 * <p>Thread: immutable.
 *
 * @param distribution the folder of the distribution, or null in a checkout
 * @param checkout the folder of the checkout; not used in a distribution
 */
record Surroundings(Path distribution, Path checkout) {

    static Surroundings of(Properties properties) {
        String distribution = properties.getProperty("tickstock.distribution");
        return new Surroundings(
                distribution == null ? null : Path.of(distribution),
                Path.of(properties.getProperty("tickstock.checkout", "")));
    }

    /** The process's variables, those of the distribution's settings beneath them, and secrets from their files. */
    static Map<String, String> environment(Map<String, String> process, Properties properties) {
        Surroundings surroundings = of(properties);
        Map<String, String> all = new HashMap<>();
        if (surroundings.isDistribution()) {
            all.putAll(EnvironmentFile.read(surroundings.settings()));
        }
        all.putAll(process);
        return SecretFiles.resolve(all);
    }

    boolean isDistribution() {
        return distribution != null;
    }

    /** What a person types to start it. */
    String command() {
        return isDistribution() ? "bin/tickstock" : "./mvnw -Prun";
    }

    /** The file with the distribution's settings. */
    Path settings() {
        return distribution.resolve("conf").resolve("tickstock.env");
    }

    /** Where data goes unless something else is said. */
    Path dataFolder() {
        return isDistribution() ? distribution.resolve("data") : checkout.resolve(".tickstock");
    }

    /** The server in the distribution. */
    Path server() {
        return distribution.resolve("server");
    }
}
