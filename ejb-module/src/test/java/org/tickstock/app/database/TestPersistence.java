package org.tickstock.app.database;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/**
 * The persistence unit outside a server: the same entities and settings, transactions of its own.
 */
final class TestPersistence {

    /** What persistence.xml says, as far as it is not about the server. */
    private static final Map<String, Object> SETTINGS = Map.of(
        "hibernate.boot.allow_jdbc_metadata_access", "false",
        "jakarta.persistence.database-product-name", "PostgreSQL",
        "jakarta.persistence.database-major-version", "14",
        "hibernate.jdbc.time_zone", "UTC",
        "hibernate.jdbc.batch_size", "500",
        "hibernate.order_inserts", "true");

    private TestPersistence() {
    }

    static EntityManagerFactory factory(DataSource dataSource) {
        return factory(dataSource, Map.of());
    }

    static EntityManagerFactory factory(DataSource dataSource, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(SETTINGS);
        settings.put("jakarta.persistence.nonJtaDataSource", dataSource);
        settings.putAll(more);
        MetadataSources sources =
            new MetadataSources(new StandardServiceRegistryBuilder().applySettings(settings).build());
        entities().forEach(sources::addAnnotatedClass);
        return sources.buildMetadata().buildSessionFactory();
    }

    static List<Class<?>> entities() {
        return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.tickstock.app").stream()
            .filter(each -> each.isAnnotatedWith(Entity.class))
            .<Class<?>>map(JavaClass::reflect)
            .toList();
    }
}
