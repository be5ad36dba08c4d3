package org.tickstock.it.container;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
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
            for (Container<?> container : registry.getContainers()) {
                InContainerProduct.of(container.getName())
                        .prepare(container.getContainerConfiguration(), bed.directory("server"), settings());
            }
        }

        /** After it stopped. */
        public void cleanUp(@Observes AfterStop stopped) {
            bed.close();
        }

        private Map<String, String> settings() {
            DatabaseAddress database = bed.postgresql().address();
            Map<String, String> settings = new HashMap<>();
            settings.put(InContainerProduct.HTTP_PORT, Integer.toString(Ports.free()));
            settings.put("tickstock.data-dir", bed.directory("data").toString());
            settings.put("database.url", database.jdbcUrl());
            settings.put("database.user", database.user());
            settings.put("database.password", database.password());
            return settings;
        }
    }
}
