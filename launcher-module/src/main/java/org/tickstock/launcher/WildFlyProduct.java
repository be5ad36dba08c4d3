package org.tickstock.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * WildFly.
 *
 * <p>The virtual machine is started without the server's script, which would stand between a signal and the server.
 * Each server works on a copy of the configuration, in its output directory; the home is only read.
 * <p>Thread: stateless.
 */
final class WildFlyProduct implements ServerProduct {

    private static final Path CONFIGURATION = Path.of("standalone", "configuration");
    private static final String LOGS = "logs";
    private static final String LOG = "messages.log";
    /** Message numbers of a start with faults, and of one that was given up. */
    private static final List<String> FAULTS = List.of("WFLYSRV0026", "WFLYSRV0056");

    @Override
    public Path landmark() {
        return Path.of("jboss-modules.jar");
    }

    @Override
    public ProcessBuilder run(ServerOptions options) throws IOException {
        Path home = options.serverHome().toAbsolutePath();
        Path base = options.outputDirectory().toAbsolutePath();
        Path configuration = copied(home.resolve(CONFIGURATION), base.resolve("configuration"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + configuration.resolve("jvm.options")));
        command.addAll(ServerProduct.ownOptions(options.environment()));
        command.addAll(List.of(
                "-Djboss.home.dir=" + home,
                "-Djboss.server.base.dir=" + base,
                "-Djboss.server.log.dir=" + base.resolve(LOGS),
                "-Dorg.jboss.boot.log.file=" + log(base),
                "-Dlogging.configuration=" + configuration.resolve("logging.properties").toUri(),
                "-jar", home.resolve("jboss-modules.jar").toString(), "-mp", home.resolve("modules").toString(),
                "org.jboss.as.standalone", "--read-only-server-config=standalone.xml"));
        return new ProcessBuilder(command);
    }

    /** None: where signals cannot stop it, an interrupt at its console reaches it too. */
    @Override
    public Optional<ProcessBuilder> stop(ServerOptions options) {
        return Optional.empty();
    }

    @Override
    public Path log(Path outputDirectory) {
        return outputDirectory.resolve(LOGS).resolve(LOG);
    }

    @Override
    public boolean tellsOfFault(String line) {
        return FAULTS.stream().anyMatch(line::contains);
    }

    /** From version 24 on the virtual machine complains of the server's own classes. */
    @Override
    public boolean isNoise(String line) {
        return line.startsWith("WARNING: ") && (line.contains("sun.misc.Unsafe")
                || line.contains("the maintainers of class org.wildfly"));
    }

    private static Path copied(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return to;
    }
}
