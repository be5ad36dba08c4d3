package org.tickstock.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Payara Server.
 *
 * <p>Its domain is laid anew in the output directory at each start, from the one in its home; logs and the cache of its
 * modules stay. The virtual machine is started directly: asadmin would start it as a process of asadmin's own.
 * <p>Thread: stateless.
 */
final class PayaraProduct implements ServerProduct {

    private static final String NAME = "tickstock";
    private static final Path INSTALLATION = Path.of("glassfish");
    private static final Path MAIN_JAR = INSTALLATION.resolve("modules").resolve("glassfish.jar");
    private static final String MAIN_CLASS = "com.sun.enterprise.glassfish.bootstrap.ASMain";
    private static final String BOOT_COMMANDS = "boot.asadmin";
    private static final String APPLICATION = "tickstock.ear";
    private static final String JSON = "json";
    /** The deployment is one of the commands that the server runs when it boots. */
    private static final String FAULT = "Boot Command deploy failed";
    /** What it prints before and after it has a log. */
    private static final List<String> NOISE = List.of("#!## LogManagerService", "Launching Payara Server",
            "BundleProvisioner", "Registered com.sun.enterprise", "Reading in commands", "CommonClassLoaderServiceImpl",
            "h2db client jar", "Completed shutdown of", "We are in non-embedded mode");

    @Override
    public Path landmark() {
        return MAIN_JAR;
    }

    @Override
    public ProcessBuilder run(ServerOptions options) throws IOException {
        Path installation = options.serverHome().toAbsolutePath().normalize().resolve(INSTALLATION);
        Path domain = domain(options.outputDirectory());
        Path source = installation.resolve("domains").resolve(NAME);
        PayaraDomain.lay(source, domain);
        if (JSON.equals(value(options, "TICKSTOCK_LOG_FORMAT"))) {
            PayaraDomain.logInJson(domain);
        }
        Files.writeString(domain.resolve(BOOT_COMMANDS), "deploy --name " + NAME + " --contextroot / \""
                + source.resolve(APPLICATION) + "\"" + System.lineSeparator());

        ProcessBuilder builder = new ProcessBuilder(command(
                options, installation, domain)).directory(domain.toFile());
        // Besides the application's port one for Payara's own administration, on the loopback address.
        builder.environment().put("PAYARA_ADMIN_PORT", Integer.toString(Ports.free()));
        return builder;
    }

    @Override
    public Optional<ProcessBuilder> stop(ServerOptions options) {
        Path script = options.serverHome().resolve("bin").resolve(WINDOWS ? "asadmin.bat" : "asadmin");
        return Optional.of(ServerProduct.command(script, List.of("stop-domain",
                "--domaindir", options.outputDirectory().toAbsolutePath().toString(), NAME)));
    }

    @Override
    public Path log(Path outputDirectory) {
        return domain(outputDirectory).resolve("logs").resolve("server.log");
    }

    @Override
    public boolean tellsOfFault(String line) {
        return line.contains(FAULT);
    }

    @Override
    public boolean isNoise(String line) {
        return NOISE.stream().anyMatch(line::contains);
    }

    private static List<String> command(ServerOptions options, Path installation, Path domain) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", installation.resolveSibling(MAIN_JAR).toString()));
        command.add("-Dcom.sun.aas.installRoot=" + installation);
        command.add("-Dcom.sun.aas.instanceRoot=" + domain);
        command.addAll(PayaraDomain.virtualMachineOptions(domain, Runtime.version().feature(), Map.of(
                "com.sun.aas.installRoot", installation.toString(),
                "com.sun.aas.instanceRoot", domain.toString(),
                "path.separator", File.pathSeparator)));
        command.addAll(ServerProduct.ownOptions(options.environment()));
        command.add(MAIN_CLASS);
        command.addAll(List.of("-domainname", NAME, "-domaindir", domain.toString(), "-instancename", "server",
                "-type", "DAS", "-verbose", "true", "-postbootcommandfile", domain.resolve(BOOT_COMMANDS).toString()));
        return command;
    }

    private static String value(ServerOptions options, String variable) {
        return options.environment().getOrDefault(variable, System.getenv(variable));
    }

    private static Path domain(Path outputDirectory) {
        return outputDirectory.toAbsolutePath().normalize().resolve(NAME);
    }
}
