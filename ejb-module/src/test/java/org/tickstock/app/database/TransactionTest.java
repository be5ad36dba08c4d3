package org.tickstock.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.Resolver.class)
class TransactionTest {

    private static final int PATIENCE_MS = 5_000;

    private TestDatabase database;

    @BeforeEach
    void open(TestDatabase given) {
        database = given.fresh();
        database.execute("CREATE TABLE marks (mark integer PRIMARY KEY)");
    }

    @Test
    void keepsEverythingAndGivesTheConnectionBackAsItWas() throws SQLException {
        AtomicReference<Boolean> autoCommit = new AtomicReference<>();
        AtomicReference<Integer> timeout = new AtomicReference<>();
        DataSource watched = watched(connection -> {
            autoCommit.set(connection.getAutoCommit());
            timeout.set(connection.getNetworkTimeout());
        });

        int rows = Transaction.run(watched, PATIENCE_MS, connection -> mark(connection, "(1), (2)"));

        assertThat(rows).isEqualTo(2);
        assertThat(count()).isEqualTo(2);
        assertThat(autoCommit.get()).isTrue();
        assertThat(timeout.get()).isZero();
    }

    @Test
    void keepsNothingWhereTheWorkFails() throws SQLException {
        assertThatThrownBy(() -> Transaction.run(database.dataSource(), PATIENCE_MS, connection -> {
            mark(connection, "(1)");
            throw new IllegalStateException("no more");
        })).hasMessage("no more").hasNoSuppressedExceptions();

        assertThat(count()).isZero();
    }

    @Test
    void tellsTheFirstFaultAndWithItThatItCouldNotRollBack() throws SQLException {
        assertThatThrownBy(() -> Transaction.run(database.dataSource(), PATIENCE_MS, connection -> {
            mark(connection, "(1)");
            connection.close();
            throw new IllegalStateException("first of all");
        })).hasMessage("first of all").satisfies(fault -> assertThat(fault.getSuppressed()).isNotEmpty());

        assertThat(count()).isZero();
    }

    private interface Look {
        void at(Connection connection) throws SQLException;
    }

    /** Connections that are looked at when they are given back. */
    private DataSource watched(Look look) {
        return (DataSource) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {DataSource.class},
            (self, method, arguments) -> {
                Connection real = database.dataSource().getConnection();
                return Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Connection.class},
                    (connection, called, values) -> {
                        if (called.getName().equals("close")) {
                            look.at(real);
                        }
                        try {
                            return called.invoke(real, values);
                        } catch (InvocationTargetException fault) {
                            throw fault.getCause();
                        }
                    });
            });
    }

    private static int mark(Connection connection, String values) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate("INSERT INTO marks VALUES " + values);
        }
    }

    private int count() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM marks")) {
            row.next();
            return row.getInt(1);
        }
    }
}
