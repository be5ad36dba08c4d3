package org.tickstock.it.container;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jboss.arquillian.config.descriptor.api.ContainerDef;

/** A server beside the real one in the same installation, which includes its files. */
final class InContainerLiberty implements InContainerProduct {

    @Override
    public void prepare(ContainerDef container, Path folder, Map<String, String> settings) throws IOException {
        container.overrideProperty("httpPort", settings.get(HTTP_PORT));
        Path servers = InContainerProduct.home().resolve("usr").resolve("servers");
        Path server = servers.resolve(container.getContainerProperties().get("serverName"));
        Files.createDirectories(server);
        Files.copy(Path.of("src", "test", "liberty", "in-container.xml"), server.resolve("server.xml"),
                StandardCopyOption.REPLACE_EXISTING);
        for (String shared : List.of("jvm.options", "server.env")) {
            Files.copy(servers.resolve("tickstock").resolve(shared), server.resolve(shared),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Properties properties = new Properties();
        properties.putAll(settings);
        try (Writer file = Files.newBufferedWriter(server.resolve("bootstrap.properties"))) {
            properties.store(file, null);
        }
    }
}
