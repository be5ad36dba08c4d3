package org.tickstock.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedExecutors;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedTask;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the server gives the application: its configuration, and what the application declares. */
@ExtendWith(ArquillianExtension.class)
class ServerResourcesArquillianIT {

    private static final long PATIENCE_S = 30;

    @Deployment
    static EnterpriseArchive deployment() {
        return Deployments.resources(ServerResourcesArquillianIT.class);
    }

    @Test
    void runsSixteenLanesAtTheSameTime() throws Exception {
        assertRunTogether("java:app/concurrent/tickstock-lanes", 16);
    }

    @Test
    void runsSixteenWorkersAtTheSameTime() throws Exception {
        assertRunTogether("java:app/concurrent/tickstock-workers", 16);
    }

    @Test
    void runsFourFeedTasksAtTheSameTime() throws Exception {
        assertRunTogether("java:app/concurrent/tickstock-feed", 4);
    }

    @Test
    void repeatsATaskMoreOftenThanOnceASecond() throws Exception {
        ManagedScheduledExecutorService scheduled = InitialContext.doLookup("java:app/concurrent/tickstock-scheduled");
        CountDownLatch runs = new CountDownLatch(10);

        var task = scheduled.scheduleAtFixedRate(runs::countDown, 0, 50, TimeUnit.MILLISECONDS);

        assertTrue(runs.await(PATIENCE_S, TimeUnit.SECONDS));
        task.cancel(false);
    }

    @Test
    void reachesPostgresqlThroughTheDefaultDataSource() throws Exception {
        DataSource database = InitialContext.doLookup("java:comp/DefaultDataSource");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT current_database()")) {

            assertTrue(rows.next());
            assertEquals("tickstock", rows.getString(1));
        }
    }

    @Test
    void letsTheApplicationUseTheDriversCopy() throws Exception {
        DataSource database = InitialContext.doLookup("java:comp/DefaultDataSource");
        Class<?> driverConnection = Class.forName("org.postgresql.PGConnection");
        try (Connection connection = database.getConnection()) {

            Object unwrapped = connection.unwrap(driverConnection);

            assertNotNull(driverConnection.getMethod("getCopyAPI").invoke(unwrapped));
        }
    }

    private static void assertRunTogether(String executorName, int tasks) throws Exception {
        ManagedExecutorService executor = InitialContext.doLookup(executorName);
        CountDownLatch met = new CountDownLatch(tasks);
        Runnable waitsForTheOthers = () -> {
            met.countDown();
            try {
                met.await(PATIENCE_S, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        };

        for (int task = 0; task < tasks; task++) {
            executor.submit(ManagedExecutors.managedTask(
                    waitsForTheOthers, Map.of(ManagedTask.LONGRUNNING_HINT, "true"), null));
        }

        assertTrue(met.await(PATIENCE_S, TimeUnit.SECONDS));
    }
}
