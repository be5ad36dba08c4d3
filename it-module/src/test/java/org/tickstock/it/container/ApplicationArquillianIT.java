package org.tickstock.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javax.naming.InitialContext;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.app.database.DatabaseState;
import org.tickstock.engine.Pipeline;
import org.tickstock.engine.detect.Detector;

/** The application as it was built, its beans asked from inside. */
@ExtendWith(ArquillianExtension.class)
class ApplicationArquillianIT {

    private static final long PATIENCE_NS = 60_000_000_000L;
    private static final long PAUSE_NS = 50_000_000L;

    @Inject
    @Any
    private Instance<Detector> detectors;
    @Inject
    private Pipeline pipeline;
    @Inject
    private DatabaseState database;

    @Deployment
    static EnterpriseArchive deployment() {
        return Deployments.application(ApplicationArquillianIT.class);
    }

    @Test
    void makesABeanOfEveryRule() {
        Set<String> rules = detectors.stream()
                .map(detector -> detector.getClass().getSimpleName()).collect(Collectors.toSet());

        assertEquals(Set.of("HighLowDetector", "TrendDetector", "SurgeDetector", "PressureDetector"), rules);
    }

    @Test
    void laysItsSchemaFromTheMigrationsItCarries() throws Exception {
        until(database::isReady);
        DataSource dataSource = InitialContext.doLookup("java:comp/DefaultDataSource");
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT count(*) FILTER (WHERE NOT success), count(*) FROM flyway_schema_history")) {

            assertTrue(rows.next());
            assertEquals(0, rows.getInt(1));
            assertTrue(rows.getInt(2) >= 5);
        }
    }

    @Test
    void movesTicksFromTheFeedToTheLog() {
        long before = pipeline.log().status().lastOffset();

        until(() -> pipeline.log().status().lastOffset() > before);

        assertTrue(pipeline.status().stage("feed").out() > 0);
    }

    private static void until(BooleanSupplier reached) {
        long deadlineNs = System.nanoTime() + PATIENCE_NS;
        while (!reached.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadlineNs);
            LockSupport.parkNanos(PAUSE_NS);
        }
    }
}
