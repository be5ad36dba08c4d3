package org.tickstock.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickstock.launcher.DatabaseAddress;
import org.tickstock.launcher.EmbeddedDatabase;

/** The database that {@code -Prun} brings along: what it keeps, and whom it lets in. */
@ExtendWith(SharedServer.class)
class EmbeddedDatabaseIT {

    @Test
    void keepsItsRowsWhenItIsStartedAgain(TestBed bed) throws SQLException {
        Path folder = bed.directory("database-kept");
        try (EmbeddedDatabase first = EmbeddedDatabase.start(folder)) {
            execute(first.address(), "CREATE TABLE kept (word text)");
            execute(first.address(), "INSERT INTO kept VALUES ('still here')");
        }

        try (EmbeddedDatabase second = EmbeddedDatabase.start(folder)) {

            assertThat(query(second.address(), "SELECT word FROM kept")).isEqualTo("still here");
        }
    }

    @Test
    void comesBackAfterItsStarterWasKilled(TestBed bed) throws Exception {
        Path folder = bed.directory("database-orphaned");
        Process starter = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp", System.getProperty("java.class.path"), StarterThatDies.class.getName(),
                        folder.toString())
                .inheritIO()
                .start();
        assertThat(starter.waitFor(2, TimeUnit.MINUTES)).isTrue();

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {

            assertThat(query(database.address(), "SELECT word FROM kept")).isEqualTo("committed");
        }
    }

    @Test
    void letsNobodyInWithoutThePassword(TestBed bed) {
        DatabaseAddress address = bed.postgresql().address();

        assertThatThrownBy(() -> DriverManager.getConnection(address.jdbcUrl(), "tickstock", "guessed").close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
        assertThatThrownBy(() -> DriverManager.getConnection(address.jdbcUrl(), "postgres", "").close())
                .isInstanceOf(SQLException.class);
    }

    @Test
    void keepsItsPasswordToItsOwner(TestBed bed) throws IOException, SQLException {
        Path folder = bed.directory("database");
        DatabaseAddress address = bed.postgresql().address();

        assertThat(Files.getPosixFilePermissions(folder.resolve("password"))).extracting(Enum::name)
                .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
        assertThat(address.toString()).doesNotContain(address.password());
        assertThat(query(address, "SELECT rolsuper::text FROM pg_roles WHERE rolname = current_user"))
                .isEqualTo("false");
    }

    /** Starts the database, commits a row and is gone without stopping anything. */
    static final class StarterThatDies {

        private StarterThatDies() {
        }

        public static void main(String[] arguments) throws SQLException {
            DatabaseAddress address = EmbeddedDatabase.start(Path.of(arguments[0])).address();
            execute(address, "CREATE TABLE kept (word text)");
            execute(address, "INSERT INTO kept VALUES ('committed')");
            Runtime.getRuntime().halt(1);
        }
    }

    private static void execute(DatabaseAddress address, String sql) throws SQLException {
        try (Connection connection = connect(address); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(DatabaseAddress address, String sql) throws SQLException {
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }
}
