package org.tickstock.app.database;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;

/**
 * Refuses calls while the database is away, and gives a lost connection in the middle of a call the same name.
 *
 * <p>Thread: stateless.
 */
@Interceptor
@NeedsDatabase
@Priority(Interceptor.Priority.APPLICATION)
public class DatabaseGuard {

    /** SQL states of class 08 are connection faults, 57P01 to 57P03 a server that shuts down or starts. */
    private static final String CONNECTION_CLASS = "08";
    private static final String SHUTDOWN_STATES = "57P0";

    @Inject
    private DatabaseState state;

    /** Lets the call through, or refuses it. */
    @AroundInvoke
    public Object guard(InvocationContext call) throws Exception {
        if (!state.isReady()) {
            throw new DatabaseUnavailableException(state.reason());
        }
        try {
            return call.proceed();
        } catch (PersistenceException fault) {
            if (isConnectionFault(fault)) {
                throw new DatabaseUnavailableException("database connection lost", fault);
            }
            throw fault;
        }
    }

    static boolean isConnectionFault(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isConnectionFault(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isConnectionFault(SQLException fault) {
        String sqlState = fault.getSQLState();
        return fault instanceof SQLNonTransientConnectionException
            || fault instanceof SQLRecoverableException
            || fault instanceof SQLTransientException
            || sqlState != null && (sqlState.startsWith(CONNECTION_CLASS) || sqlState.startsWith(SHUTDOWN_STATES));
    }
}
