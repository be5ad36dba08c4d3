package org.tickstock.it.container;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.arquillian.config.descriptor.api.ContainerDef;

/**
 * How one make of server is made ready for Arquillian to start: the real one's configuration, without the application,
 * and open to tests that bring their own.
 */
interface InContainerProduct {

    /** The setting with the port of the application. */
    String HTTP_PORT = "tickstock.http.port";

    /** The product of a container of {@code arquillian.xml}. */
    static InContainerProduct of(String qualifier) {
        return switch (qualifier) {
            case "liberty" -> new InContainerLiberty();
            case "wildfly" -> new InContainerWildFly();
            case "payara" -> new InContainerPayara();
            default -> throw new IllegalArgumentException("no server is known as '" + qualifier + "'");
        };
    }

    /** Where the server lies that was provisioned. */
    static Path home() {
        return Path.of(System.getProperty("tickstock.server.home"));
    }

    /**
     * Lays what it needs and says so in the container's definition.
     *
     * @param container what Arquillian starts it by
     * @param folder a folder of this run's own, which is not there yet
     * @param settings what the server's configuration reads
     */
    void prepare(ContainerDef container, Path folder, Map<String, String> settings) throws IOException;
}
