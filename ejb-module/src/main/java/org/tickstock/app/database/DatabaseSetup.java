package org.tickstock.app.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Sets the database up when the server starts, as soon as there is one, and watches it from then on.
 *
 * <p>The server starts without waiting: until schema and seed are in place, and whenever a ping fails later, readiness
 * says why not, what needs the database is refused, and everything else goes on.
 * <p>Thread: one scheduled task of {@code concurrent/tickstock-scheduled}, never beside itself.
 * <p>Errors: every fault is logged when it appears and tried again two seconds later.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class DatabaseSetup {

    private static final Logger LOG = System.getLogger(DatabaseSetup.class.getName());
    private static final long PERIOD_S = 2;
    private static final int PING_S = 2;

    @Resource(lookup = "java:app/concurrent/tickstock-scheduled")
    private ManagedScheduledExecutorService scheduler;
    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource dataSource;
    @Inject
    private DatabaseState state;
    @Inject
    @Any
    private Instance<DatabaseSeed> seeds;
    @Inject
    private Event<DatabaseReady> ready;

    // the scheduled task's own
    private boolean complete;

    private ScheduledFuture<?> watch;

    @PostConstruct
    void start() {
        watch = scheduler.scheduleWithFixedDelay(this::watch, 0, PERIOD_S, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        watch.cancel(false);
    }

    private void watch() {
        try {
            if (complete) {
                ping();
            } else {
                setUp();
                complete = true;
            }
            if (!state.isReady()) {
                LOG.log(Level.INFO, "database ready");
                state.ready();
            }
        } catch (SQLException | RuntimeException fault) {
            tell(fault);
        }
    }

    private void setUp() {
        SchemaMigration.apply(dataSource);
        seeds.stream().sorted(Comparator.comparingInt(DatabaseSeed::order)).forEach(DatabaseSeed::seed);
        ready.fire(new DatabaseReady());
    }

    private void ping() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            if (!connection.isValid(PING_S)) {
                throw new SQLException("no answer within " + PING_S + " s");
            }
        }
    }

    private void tell(Exception fault) {
        String reason = (complete ? "database lost: " : "database not set up: ") + rootMessage(fault);
        if (!reason.equals(state.reason())) {
            LOG.log(Level.WARNING, reason);
            LOG.log(Level.DEBUG, reason, fault);
        }
        state.lost(reason);
    }

    /** The innermost message on one line: the outer ones are the container's. */
    static String rootMessage(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return message.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse(message);
    }
}
