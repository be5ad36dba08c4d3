package org.tickstock.app.config;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;

/**
 * Configuration as a server makes it: the shipped defaults, below what a test sets.
 */
final class Configs {

    private static final int ENVIRONMENT = 300;

    private Configs() {
    }

    static Config with(String... keysAndValues) {
        return builder().withSources(new PropertiesConfigSource(map(keysAndValues), "test", ENVIRONMENT)).build();
    }

    static Config withEnvironment(String... variablesAndValues) {
        return builder().withSources(new EnvConfigSource(map(variablesAndValues), ENVIRONMENT)).build();
    }

    static Properties defaults() {
        Properties defaults = new Properties();
        try (InputStream file = ConfigProducer.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            defaults.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return defaults;
    }

    private static SmallRyeConfigBuilder builder() {
        Map<String, String> defaults = new HashMap<>();
        defaults().forEach((key, value) -> defaults.put((String) key, (String) value));
        return new SmallRyeConfigBuilder().addDefaultInterceptors()
            .withSources(new PropertiesConfigSource(defaults, "defaults", 100));
    }

    private static Map<String, String> map(String... pairs) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
