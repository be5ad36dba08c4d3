package org.tickstock.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What a server is started with.
 *
 * <p>Thread: immutable; may be shared.
 *
 * @param serverHome the application server's installation, which several servers may share
 * @param outputDirectory where this server's logs and work files go; one server at a time
 * @param httpPort the one port it listens on
 * @param environment variables added to those of this process; they win
 * @param console receives each line the server prints, on a thread of the server's
 * @param patience how long a start may take
 */
public record ServerOptions(
        Path serverHome,
        Path outputDirectory,
        int httpPort,
        Map<String, String> environment,
        Consumer<String> console,
        Duration patience) {

    private static final Duration PATIENCE = Duration.ofSeconds(180);

    /** Checks and copies. */
    public ServerOptions {
        Objects.requireNonNull(serverHome, "serverHome");
        Objects.requireNonNull(outputDirectory, "outputDirectory");
        if (httpPort < 1 || httpPort > 65_535) {
            throw new LaunchException("TICKSTOCK_HTTP_PORT must be 1 to 65535, was " + httpPort);
        }
        environment = Map.copyOf(environment);
    }

    /** A server on a free port that prints nowhere but into its log. */
    public static ServerOptions of(Path serverHome, Path outputDirectory) {
        return new ServerOptions(serverHome, outputDirectory, Ports.free(), Map.of(), line -> { }, PATIENCE);
    }

    /** The same on this port. */
    public ServerOptions onPort(int port) {
        return new ServerOptions(serverHome, outputDirectory, port, environment, console, patience);
    }

    /** The same with this patience. */
    public ServerOptions waiting(Duration longest) {
        return new ServerOptions(serverHome, outputDirectory, httpPort, environment, console, longest);
    }

    /** The same with one more variable. */
    public ServerOptions with(String variable, String value) {
        return with(Map.of(variable, value));
    }

    /** The same with more variables. */
    public ServerOptions with(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(variables);
        return new ServerOptions(serverHome, outputDirectory, httpPort, all, console, patience);
    }

    /** The same with this database. */
    public ServerOptions with(DatabaseAddress database) {
        return with(database.environment());
    }

    /** The same with the server's lines going to {@code lines}. */
    public ServerOptions printingTo(Consumer<String> lines) {
        return new ServerOptions(serverHome, outputDirectory, httpPort, environment, lines, patience);
    }
}
