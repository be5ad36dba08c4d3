package org.tickstock.it.container;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import org.jboss.arquillian.container.spi.Container;
import org.jboss.arquillian.container.spi.ContainerRegistry;
import org.jboss.arquillian.container.spi.event.container.AfterStop;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.tickstock.it.TestBed;
import org.tickstock.launcher.DatabaseAddress;
import org.tickstock.launcher.Ports;

/**
 * Lays the folder of the server that Arquillian starts, with a free port and an embedded PostgreSQL.
 */
public final class InContainerServer implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Preparation.class);
    }

    /** Acts on what Arquillian tells of its containers. */
    public static final class Preparation {

        private final TestBed bed = new TestBed();

        /** Before the server starts. */
        public void prepare(@Observes ContainerRegistry registry) throws IOException {
            int port = Ports.free();
            for (Container<?> container : registry.getContainers()) {
                container.getContainerConfiguration().overrideProperty("httpPort", Integer.toString(port));
                String name = container.getContainerConfiguration().getContainerProperties().get("serverName");
                lay(Path.of(System.getProperty("tickstock.server.home"), "usr", "servers", name), port);
            }
        }

        /** After it stopped. */
        public void cleanUp(@Observes AfterStop stopped) {
            bed.close();
        }

        private void lay(Path folder, int port) throws IOException {
            Files.createDirectories(folder);
            Files.copy(Path.of("src", "test", "liberty", "in-container.xml"), folder.resolve("server.xml"),
                    StandardCopyOption.REPLACE_EXISTING);
            for (String shared : List.of("jvm.options", "server.env")) {
                Files.copy(folder.resolveSibling("tickstock").resolve(shared), folder.resolve(shared),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            DatabaseAddress database = bed.postgresql().address();
            Properties settings = new Properties();
            settings.setProperty("tickstock.http.port", Integer.toString(port));
            settings.setProperty("tickstock.data-dir", bed.directory("data").toString());
            settings.setProperty("database.url", database.jdbcUrl());
            settings.setProperty("database.user", database.user());
            settings.setProperty("database.password", database.password());
            try (Writer file = Files.newBufferedWriter(folder.resolve("bootstrap.properties"))) {
                settings.store(file, null);
            }
        }
    }
}
