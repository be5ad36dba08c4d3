package org.tickstock.app.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.postgresql.ds.PGSimpleDataSource;
import org.tickstock.launcher.DatabaseAddress;
import org.tickstock.launcher.EmbeddedDatabase;
import org.tickstock.launcher.Ports;

/**
 * The PostgreSQL of this module's tests: started by the first test that asks for it, stopped after the last.
 *
 * <p>Thread: one test at a time.
 */
public final class TestDatabase implements AutoCloseable {

    private final EmbeddedDatabase server;
    private final PGSimpleDataSource dataSource = new PGSimpleDataSource();
    private EntityManagerFactory factory;

    private TestDatabase() {
        server = EmbeddedDatabase.startForTests(Path.of("target", "test-database").toAbsolutePath(), Ports.free());
        DatabaseAddress address = server.address();
        dataSource.setUrl(address.jdbcUrl());
        dataSource.setUser(address.user());
        dataSource.setPassword(address.password());
    }

    /** Connections to it. */
    public PGSimpleDataSource dataSource() {
        return dataSource;
    }

    /** Throws everything away and applies the migrations anew. */
    public TestDatabase fresh() {
        execute("DROP SCHEMA public CASCADE");
        execute("CREATE SCHEMA public");
        SchemaMigration.apply(dataSource);
        return this;
    }

    /** Runs one statement. */
    public void execute(String sql) {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException("statement must run: " + sql, refused);
        }
    }

    /** Does something in a transaction of its own, as a stateless bean would, and rolls back what throws. */
    public <T> T inTransaction(Function<EntityManager, T> work) {
        try (EntityManager entities = factory().createEntityManager()) {
            entities.getTransaction().begin();
            try {
                T result = work.apply(entities);
                entities.getTransaction().commit();
                return result;
            } finally {
                if (entities.getTransaction().isActive()) {
                    entities.getTransaction().rollback();
                }
            }
        }
    }

    private EntityManagerFactory factory() {
        if (factory == null) {
            factory = TestPersistence.factory(dataSource);
        }
        return factory;
    }

    @Override
    public void close() {
        if (factory != null) {
            factory.close();
        }
        server.close();
    }

    /** Gives a test the database as a parameter. */
    public static final class Resolver implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TestDatabase.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(TestDatabase.class, key -> new TestDatabase(), TestDatabase.class);
        }
    }
}
