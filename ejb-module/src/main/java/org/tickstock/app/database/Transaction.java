package org.tickstock.app.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executor;
import javax.sql.DataSource;

/**
 * Work on one connection of its own: all of it is committed, or nothing.
 *
 * <p>Thread: any.
 * <p>Errors: the work's own fault; what fails while it is rolled back is told with it, never instead of it. A database
 * that says nothing for too long is a fault.
 */
public final class Transaction {

    private static final Executor SAME_THREAD = Runnable::run;

    private Transaction() {
    }

    /** What is done. */
    public interface Work<T> {
        /** On this connection, without committing. */
        T on(Connection connection) throws SQLException;
    }

    private interface Step {
        void take() throws SQLException;
    }

    /** Runs it; the database may be silent for so many milliseconds at a time. */
    public static <T> T run(DataSource dataSource, int silenceMs, Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setNetworkTimeout(SAME_THREAD, silenceMs);
            connection.setAutoCommit(false);
            T result;
            try {
                result = work.on(connection);
                connection.commit();
            } catch (SQLException | RuntimeException | Error fault) {
                tell(fault, connection::rollback);
                tell(fault, () -> leave(connection));
                throw fault;
            }
            leave(connection);
            return result;
        }
    }

    private static void tell(Throwable fault, Step step) {
        try {
            step.take();
        } catch (SQLException | RuntimeException broken) {
            fault.addSuppressed(broken);
        }
    }

    /** A pooled connection goes back as it came; a broken one is thrown away by the pool. */
    private static void leave(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            connection.setAutoCommit(true);
            connection.setNetworkTimeout(SAME_THREAD, 0);
        }
    }
}
