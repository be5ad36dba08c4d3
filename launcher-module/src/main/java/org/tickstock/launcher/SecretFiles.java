package org.tickstock.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads secrets that lie in files of their own, where Docker, Kubernetes and systemd put them:
 * {@code DATABASE_PASSWORD_FILE} names the file whose contents are {@code DATABASE_PASSWORD}.
 *
 * <p>Thread: stateless.
 * <p>Errors: a file that cannot be read, and a secret told both ways, is a {@link LaunchException}.
 */
final class SecretFiles {

    private static final List<String> SECRETS =
            List.of("DATABASE_URL", "DATABASE_PASSWORD", "TICKSTOCK_FEED_MASSIVE_KEY");
    private static final String SUFFIX = "_FILE";

    private SecretFiles() {
    }

    /** The variables with the secrets that files hold, each without the line break at its end. */
    static Map<String, String> resolve(Map<String, String> environment) {
        Map<String, String> resolved = new HashMap<>(environment);
        for (String secret : SECRETS) {
            String file = environment.getOrDefault(secret + SUFFIX, "").strip();
            if (file.isEmpty()) {
                continue;
            }
            if (!environment.getOrDefault(secret, "").isEmpty()) {
                throw new LaunchException(secret + " and " + secret + SUFFIX + " must not both be set");
            }
            resolved.put(secret, read(secret + SUFFIX, Path.of(file)));
        }
        return resolved;
    }

    private static String read(String variable, Path file) {
        try {
            return Files.readString(file).stripTrailing();
        } catch (IOException unreadable) {
            throw new LaunchException(variable + " must name a file that can be read, was " + file, unreadable);
        }
    }
}
