package org.tickstock.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One make of application server: how it runs in a folder of its own, and how it tells of trouble.
 *
 * <p>Several servers may run from one home at a time, each with its own output directory.
 * <p>Thread: stateless.
 */
interface ServerProduct {

    /** Whether commands are batch files, and a process cannot be asked to end. */
    boolean WINDOWS = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");

    /**
     * Lays what the server needs in its output directory and tells how it is run there.
     *
     * @return the command that runs the server in the foreground, with its environment, not yet started
     * @throws IOException if the output directory cannot be written
     */
    ProcessBuilder run(ServerOptions options) throws IOException;

    /** The command that stops the server of these options where signals cannot, if there is one. */
    Optional<ProcessBuilder> stop(ServerOptions options);

    /** The file with everything the server of this output directory logs. */
    Path log(Path outputDirectory);

    /** Whether this line of its output says that the application did not start. */
    boolean tellsOfFault(String line);

    /** Whether this line of its output is printed at every start and tells a person nothing. */
    default boolean isNoise(String line) {
        return false;
    }

    /** Which product lies in {@code home}. */
    static ServerProduct at(Path home) {
        return Stream.of(new LibertyProduct(), new WildFlyProduct(), new PayaraProduct())
                .filter(product -> Files.isRegularFile(home.resolve(product.landmark())))
                .findFirst()
                .orElseThrow(() -> new LaunchException("no application server lies in " + home));
    }

    /** A file, below its home, that this product has and no other. */
    Path landmark();

    /** What the environment says to the virtual machine, as Open Liberty's script reads it. */
    static List<String> ownOptions(Map<String, String> environment) {
        String options = environment.getOrDefault("JVM_ARGS", System.getenv().getOrDefault("JVM_ARGS", ""));
        return options.isBlank() ? List.of() : List.of(options.strip().split("\\s+"));
    }

    /** A builder for a script of the server's home, on the virtual machine that runs this. */
    static ProcessBuilder command(Path script, List<String> arguments) {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of(script.toString()), arguments.stream()).toList());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }
}
