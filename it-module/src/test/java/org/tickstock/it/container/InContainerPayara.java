package org.tickstock.it.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.arquillian.config.descriptor.api.ContainerDef;
import org.tickstock.launcher.Ports;

/** A domain beside the real one in the same installation, whose administration knows a password. */
final class InContainerPayara implements InContainerProduct {

    private static final Set<String> WRITTEN_BY_SERVERS = Set.of("applications", "generated", "osgi-cache", "logs");
    private static final String END_OF_OPTIONS = "</java-config>";
    private static final int ROUNDS = 100;

    @Override
    public void prepare(ContainerDef container, Path folder, Map<String, String> settings) throws IOException {
        Map<String, String> properties = container.getContainerProperties();
        String adminPort = Integer.toString(Ports.free());
        container.overrideProperty("adminPort", adminPort);
        Path domains = InContainerProduct.home().resolve("glassfish").resolve("domains");
        Path domain = domains.resolve(properties.get("domain"));
        copy(domains.resolve("tickstock"), domain);
        Path configuration = domain.resolve("config");
        String xml = Files.readString(configuration.resolve("domain.xml"))
                .replace("${ENV=PAYARA_ADMIN_PORT:4848}", adminPort)
                .replace("${ENV=TICKSTOCK_HTTP_PORT:8080}", settings.get(HTTP_PORT))
                .replace("${ENV=DATABASE_URL:jdbc:postgresql://localhost:5432/tickstock}", settings.get("database.url"))
                .replace("${ENV=DATABASE_USER:tickstock}", settings.get("database.user"))
                .replace("${ENV=DATABASE_PASSWORD:}", settings.get("database.password"))
                .replace(END_OF_OPTIONS, "<jvm-options>-Dtickstock.data-dir=" + settings.get("tickstock.data-dir")
                        + "</jvm-options>" + END_OF_OPTIONS);
        Files.writeString(configuration.resolve("domain.xml"), xml);
        Files.writeString(configuration.resolve("admin-keyfile"),
                properties.get("adminUser") + ";{SSHA256}" + hash(properties.get("adminPassword")) + ";asadmin\n");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(each -> isConfiguration(from.relativize(each))).toList()) {
                Path target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static boolean isConfiguration(Path relative) {
        return !WRITTEN_BY_SERVERS.contains(relative.getName(0).toString()) && !relative.toString().endsWith(".ear");
    }

    /** As Payara stores it: salted, hashed a hundred times. The salt is zeros, since the password is no secret. */
    private static String hash(String password) {
        byte[] salt = new byte[8];
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(password.getBytes(StandardCharsets.UTF_8));
            byte[] hash = digest.digest(salt);
            for (int round = 1; round < ROUNDS; round++) {
                hash = digest.digest(hash);
            }
            byte[] stored = Arrays.copyOf(hash, hash.length + salt.length);
            return Base64.getEncoder().encodeToString(stored);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("SHA-256 must be present in every JDK", absent);
        }
    }
}
