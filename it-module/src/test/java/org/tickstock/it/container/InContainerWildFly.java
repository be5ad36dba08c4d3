package org.tickstock.it.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.config.descriptor.api.ContainerDef;
import org.tickstock.launcher.Ports;

/** A base directory of its own, with the real configuration, which is given an interface for deployments. */
final class InContainerWildFly implements InContainerProduct {

    private static final String INTERFACE = """
            <management>
                <management-interfaces>
                    <http-interface>
                        <http-upgrade enabled="true"/>
                        <socket-binding http="management-http"/>
                    </http-interface>
                </management-interfaces>
            </management>
            <profile>""";
    private static final String BINDING = """
            <socket-binding name="management-http" interface="loopback" port="${jboss.management.http.port}"/>
            </socket-binding-group>""";

    @Override
    public void prepare(ContainerDef container, Path folder, Map<String, String> settings) throws IOException {
        Path configuration = Files.createDirectories(folder.resolve("configuration"));
        Path real = InContainerProduct.home().resolve("standalone").resolve("configuration");
        for (String file : new String[] {"jvm.options", "logging.properties"}) {
            Files.copy(real.resolve(file), configuration.resolve(file));
        }
        Files.writeString(configuration.resolve("standalone.xml"), opened(
                Files.readString(real.resolve("standalone.xml"))));
        String managementPort = Integer.toString(Ports.free());
        Stream<String> properties = settings.entrySet().stream()
                .map(setting -> "-D" + setting.getKey() + "=" + setting.getValue());
        container.overrideProperty("managementPort", managementPort);
        container.overrideProperty("javaVmArguments", Stream.concat(properties, Stream.of(
                "@" + configuration.resolve("jvm.options"),
                "-Djboss.management.http.port=" + managementPort,
                "-Djboss.server.base.dir=" + folder,
                "-Djboss.server.log.dir=" + folder.resolve("logs"),
                "-Dorg.jboss.boot.log.file=" + folder.resolve("logs").resolve("messages.log"),
                "-Dlogging.configuration=" + configuration.resolve("logging.properties").toUri()))
                .collect(Collectors.joining(" ")));
    }

    private static String opened(String xml) {
        return xml.replaceAll("(?s)<deployments>.*</deployments>", "")
                .replace("<profile>", INTERFACE)
                .replace("</socket-binding-group>", BINDING);
    }
}
