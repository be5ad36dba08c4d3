package org.tickstock.app.config;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds keys that look like ours and mean nothing: most likely a slip that would otherwise go unseen.
 *
 * <p>Thread: stateless.
 */
final class UnknownKeys {

    /** Read by the server's configuration and by the launcher, see docs/configuration.md. */
    private static final List<String> ELSEWHERE =
            List.of("tickstock.http.port", "tickstock.http.host", "tickstock.log.format");

    private static final String VARIABLE_PREFIX = ConfigKey.variableOf(ConfigKey.PREFIX);

    private UnknownKeys() {
    }

    /** Those of {@code names} that have our prefix, as property or as environment variable, and are no key. */
    static List<String> among(Iterable<String> names) {
        Set<String> keys = Arrays.stream(ConfigKey.values()).map(ConfigKey::key).collect(Collectors.toSet());
        keys.addAll(ELSEWHERE);
        Set<String> variables = keys.stream().map(ConfigKey::variableOf).collect(Collectors.toSet());
        Map<String, String> unknown = new TreeMap<>();
        for (String name : names) {
            boolean property = name.startsWith(ConfigKey.PREFIX) && !keys.contains(name);
            boolean variable = name.startsWith(VARIABLE_PREFIX) && !variables.contains(name);
            if (property || variable) {
                // Some servers show a variable as a property too; one slip is one warning, under the name it was given.
                unknown.merge(ConfigKey.variableOf(name), name, (one, other) -> property ? one : other);
            }
        }
        return List.copyOf(unknown.values());
    }
}
