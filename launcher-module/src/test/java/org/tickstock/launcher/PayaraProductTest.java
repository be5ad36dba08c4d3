package org.tickstock.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PayaraProductTest {

    private static final String CONFIGURATION = """
            <domain>
                <jvm-options>-Xmx2g</jvm-options>
                <jvm-options>-Dkeys=${com.sun.aas.instanceRoot}/config/keys</jvm-options>
                <jvm-options>[21|]--from-21</jvm-options>
                <jvm-options>[|20]--to-20</jvm-options>
                <jvm-options>[11|17]--from-11-to-17</jvm-options>
            </domain>
            """;

    @TempDir
    private Path folder;
    private Path home;

    @BeforeEach
    void provision() throws IOException {
        home = folder.resolve("home");
        write(home.resolve("glassfish/modules/glassfish.jar"), "");
        write(home.resolve("glassfish/domains/tickstock/config/domain.xml"), CONFIGURATION);
        write(home.resolve("glassfish/domains/tickstock/osgi-cache/bundle"), "of a server that ran in the home");
        write(home.resolve("glassfish/domains/tickstock/tickstock.ear"), "");
    }

    @Test
    void isKnownByItsHome() {
        assertThat(ServerProduct.at(home)).isInstanceOf(PayaraProduct.class);
    }

    @Test
    void passesTheOptionsOfTheDomainThatAreMeantForTheJavaVersion() throws IOException {
        Path domain = home.resolve("glassfish/domains/tickstock");
        Map<String, String> variables = Map.of("com.sun.aas.instanceRoot", "/srv/domain");

        assertThat(PayaraDomain.virtualMachineOptions(domain, 17, variables))
                .containsExactly("-Xmx2g", "-Dkeys=/srv/domain/config/keys", "--to-20", "--from-11-to-17");
        assertThat(PayaraDomain.virtualMachineOptions(domain, 25, variables))
                .containsExactly("-Xmx2g", "-Dkeys=/srv/domain/config/keys", "--from-21");
    }

    @Test
    void laysTheDomainAnewAndKeepsItsLogs() throws IOException {
        Path output = folder.resolve("output");
        write(output.resolve("tickstock/applications/tickstock/old.class"), "deployed by an earlier run");
        write(output.resolve("tickstock/config/domain.xml"), "<domain><!-- of an earlier run --></domain>");
        write(output.resolve("tickstock/logs/server.log"), "an earlier run");

        ProcessBuilder builder = new PayaraProduct().run(ServerOptions.of(home, output));

        Path domain = output.resolve("tickstock");
        assertThat(domain.resolve("applications")).doesNotExist();
        assertThat(domain.resolve("osgi-cache")).doesNotExist();
        assertThat(domain.resolve("config/domain.xml")).hasContent(CONFIGURATION);
        assertThat(new PayaraProduct().log(output)).hasContent("an earlier run");
        assertThat(domain.resolve("boot.asadmin")).content().startsWith("deploy ").contains("tickstock.ear");
        assertThat(builder.command()).contains("-Xmx2g", domain.toString());
        assertThat(builder.environment()).containsKey("PAYARA_ADMIN_PORT");
    }

    @Test
    void logsInJsonWhereTheEnvironmentSaysSo() throws IOException {
        write(home.resolve("glassfish/domains/tickstock/config/logging.properties"),
                "# x.formatter=is\na.formatter=Plain\na.level=INFO\nb.formatter=Plain\n");
        Path output = folder.resolve("output");

        new PayaraProduct().run(ServerOptions.of(home, output).with("TICKSTOCK_LOG_FORMAT", "json"));

        assertThat(output.resolve("tickstock/config/logging.properties")).content().isEqualTo("""
                # x.formatter=is
                a.formatter=fish.payara.enterprise.server.logging.JSONLogFormatter
                a.level=INFO
                b.formatter=fish.payara.enterprise.server.logging.JSONLogFormatter
                """);
    }

    @Test
    void tellsAFailedDeploymentFromOtherTrouble() {
        List<String> lines = List.of(
                "2026-11-21 17:16:41 WARNING fish.payara.boot.runtime.BootCommand Boot Command deploy failed: no",
                "2026-11-21 17:16:41 SEVERE javax.enterprise.system.core Config Listener notification got interrupted");

        assertThat(lines).filteredOn(new PayaraProduct()::tellsOfFault).containsExactly(lines.get(0));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
