package org.tickstock.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Open Liberty.
 *
 * <p>Its configuration stays in its home; only what it writes goes to the output directory.
 * <p>Thread: stateless.
 */
final class LibertyProduct implements ServerProduct {

    private static final String NAME = "tickstock";
    /** Would send the server's files elsewhere. */
    private static final List<String> UNWANTED =
            List.of("WLP_USER_DIR", "LOG_DIR", "LOG_FILE", "PID_DIR", "PID_FILE", "VARIABLE_SOURCE_DIRS");
    /** Message numbers of a deployment that failed: on an exception, for a reason given, for lack of the file. */
    private static final List<String> FAULTS = List.of("CWWKZ0002E", "CWWKZ0004E", "CWWKZ0014W");

    @Override
    public Path landmark() {
        return Path.of("bin", "server");
    }

    @Override
    public ProcessBuilder run(ServerOptions options) throws IOException {
        forgetOtherArchives(options);
        return command(options, "run");
    }

    @Override
    public Optional<ProcessBuilder> stop(ServerOptions options) {
        return Optional.of(command(options, "stop"));
    }

    @Override
    public Path log(Path outputDirectory) {
        return outputDirectory.resolve(NAME).resolve("logs").resolve("messages.log");
    }

    @Override
    public boolean tellsOfFault(String line) {
        return FAULTS.stream().anyMatch(line::contains);
    }

    /** What it unpacked of the EAR it keeps, and knows by the date of the EAR's entries, which is always the same. */
    private static void forgetOtherArchives(ServerOptions options) throws IOException {
        Path archive = options.serverHome().resolve(Path.of("usr", "servers", NAME, "apps", "tickstock.ear"));
        if (Files.exists(archive)) {
            Path output = options.outputDirectory();
            new ArchiveMark(output.resolve("tickstock.ear.sha256"), output.resolve(NAME).resolve("workarea"))
                    .clearUnlessOf(archive);
        }
    }

    private static ProcessBuilder command(ServerOptions options, String action) {
        Path script = options.serverHome().resolve("bin").resolve(WINDOWS ? "server.bat" : "server");
        ProcessBuilder builder = ServerProduct.command(script, List.of(action, NAME));
        Map<String, String> environment = builder.environment();
        UNWANTED.forEach(environment::remove);
        environment.put("WLP_OUTPUT_DIR", options.outputDirectory().toString());
        return builder;
    }
}
