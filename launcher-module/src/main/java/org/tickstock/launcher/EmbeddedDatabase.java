package org.tickstock.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A PostgreSQL that runs as long as this object is open, on a free port of the loopback address.
 *
 * <p>Its programs are unpacked once, into the folder {@code postgresql} beside its own.
 * The application connects as the role {@code tickstock}, which owns the database of that name and nothing else.
 * The password is made at the first start and kept in the folder, readable by its owner only.
 * A server that an earlier start left behind, because it was killed, is stopped first; PostgreSQL recovers by itself.
 * <p>Thread: one opens and closes it.
 * <p>Errors: a {@link LaunchException} that names the log.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String SUPERUSER = "postgres";
    private static final String TICKSTOCK = "tickstock";
    private static final int PASSWORD_BYTES = 24;
    private static final Duration STARTUP = Duration.ofSeconds(60);
    /** Held so that the levels set on them are not lost to the garbage collector. */
    private static final List<Logger> QUIET =
            List.of(Logger.getLogger("io.zonky.test"), Logger.getLogger("initdb"), Logger.getLogger("pg_ctl"));

    static {
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
    }

    private final EmbeddedPostgres postgres;
    private final DatabaseAddress address;

    private EmbeddedDatabase(EmbeddedPostgres postgres, String password) {
        this.postgres = postgres;
        this.address = new DatabaseAddress(url(postgres.getPort(), TICKSTOCK), TICKSTOCK, password);
    }

    /** Starts the database in {@code folder}, which is made at the first start and kept; every commit is on disk. */
    public static EmbeddedDatabase start(Path folder) {
        return start(folder, Ports.free(), "on");
    }

    /** The same on a given port for tests: faster, since a crash of the machine may cost data. */
    public static EmbeddedDatabase startForTests(Path folder, int port) {
        return start(folder, port, "off");
    }

    private static EmbeddedDatabase start(Path folder, int port, String durable) {
        Path log = folder.resolve("postgresql.log");
        try {
            DataFolder.createPrivate(folder);
            stopOrphan(folder.resolve("data"));
            String password = password(folder.resolve("password"));
            EmbeddedPostgres started = builder(folder, log, password, durable).setPort(port).start();
            return prepared(new EmbeddedDatabase(started, password), password);
        } catch (IOException | IllegalStateException failed) {
            throw new LaunchException("the embedded PostgreSQL did not start, see " + log
                    + "; DATABASE_URL makes TickStock use a PostgreSQL of your own", failed);
        }
    }

    /** Where it is and how to sign in. */
    public DatabaseAddress address() {
        return address;
    }

    /** Makes one more, empty database of this name, for the same user. */
    public DatabaseAddress create(String name) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + statement.enquoteIdentifier(name, true) + " OWNER " + TICKSTOCK);
            return new DatabaseAddress(url(postgres.getPort(), name), address.user(), address.password());
        } catch (SQLException failed) {
            throw new LaunchException("database '" + name + "' cannot be made: " + failed.getMessage(), failed);
        }
    }

    /** Stops it; what was committed stays in the folder. */
    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException failed) {
            throw new LaunchException("the embedded PostgreSQL did not stop", failed);
        }
    }

    private static EmbeddedPostgres.Builder builder(Path folder, Path log, String password, String durable) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setOverrideWorkingDirectory(folder.resolveSibling("postgresql").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(STARTUP)
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                // These two reach initdb as options; they take the place of a server that trusts everyone.
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", folder.resolve("password").toString())
                .setConnectConfig("password", password)
                .setServerConfig("fsync", durable)
                .setServerConfig("synchronous_commit", durable)
                .setServerConfig("full_page_writes", durable)
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "60");
    }

    private static EmbeddedDatabase prepared(EmbeddedDatabase database, String password) {
        try (Connection connection = database.postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + TICKSTOCK + "'")) {
                // The password is Base64: it holds nothing that would end the literal.
                statement.execute("CREATE ROLE " + TICKSTOCK + " LOGIN PASSWORD '" + password + "'");
            }
            if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + TICKSTOCK + "'")) {
                statement.execute("CREATE DATABASE " + TICKSTOCK + " OWNER " + TICKSTOCK);
            }
            return database;
        } catch (SQLException failed) {
            database.close();
            throw new LaunchException("the embedded PostgreSQL refused the user " + SUPERUSER, failed);
        }
    }

    private static String url(int port, String name) {
        return "jdbc:postgresql://localhost:" + port + "/" + name;
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] secret = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(secret);
            DataFolder.writePrivate(file, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
        }
        return Files.readString(file).trim();
    }

    private static void stopOrphan(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (Files.exists(pidFile)) {
            List<String> lines = Files.readAllLines(pidFile);
            OrphanedProcess.find(Long.parseLong(lines.get(0).trim()),
                            info -> info.commandLine().orElse("").contains(data.toString()))
                    .ifPresent(OrphanedProcess::stop);
        }
    }
}
