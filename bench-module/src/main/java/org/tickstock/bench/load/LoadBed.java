package org.tickstock.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.IntStream;

/**
 * Puts the universes and accounts of a load run into the embedded database of a data folder; needs the PostgreSQL
 * driver on the class path. The server reads universes at its start: restart it afterwards.
 *
 * <p>The accounts have the password of the demo account: the hash is copied.
 */
public final class LoadBed {

    private static final int PORT_LINE = 3;
    private static final String UNIVERSE =
            "INSERT INTO universes (name, title) VALUES (?, 'Load run') ON CONFLICT (name) DO NOTHING";
    private static final String MEMBERS = "INSERT INTO universe_members (universe_id, position, symbol) "
            + "SELECT u.id, row_number() OVER (PARTITION BY u.id ORDER BY s.symbol) - 1, s.symbol FROM universes u, "
            + "(SELECT DISTINCT m.symbol FROM universe_members m JOIN universes o ON o.id = m.universe_id "
            + "WHERE o.name IN ('all_stocks', 'etf')) s "
            + "WHERE u.name LIKE 'load\\_%' AND " + LoadUniverses.IS_MEMBER_SQL + " ON CONFLICT DO NOTHING";
    private static final String ACCOUNTS = "INSERT INTO users (email, username, password_hash) "
            + "SELECT 'load-' || n || '@tickstock.local', 'load-' || n, d.password_hash FROM users d, "
            + "generate_series(0, ? - 1) n WHERE d.email = '" + LoadAccounts.DEMO + "' ON CONFLICT DO NOTHING";

    private LoadBed() {
    }

    /** Takes the data folder and the number of accounts. */
    public static void main(String[] args) throws IOException, SQLException {
        if (args.length != 2) {
            throw new IllegalArgumentException("data folder and accounts must be given, was " + args.length);
        }
        Path folder = Path.of(args[0]).resolve("database");
        String port = Files.readAllLines(folder.resolve("data").resolve("postmaster.pid")).get(PORT_LINE).trim();
        String password = Files.readString(folder.resolve("password")).trim();
        try (Connection database = DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + port + "/tickstock", "tickstock", password)) {
            fill(database, Integer.parseInt(args[1]));
        }
    }

    private static void fill(Connection database, int accounts) throws SQLException {
        database.setAutoCommit(false);
        try (PreparedStatement universe = database.prepareStatement(UNIVERSE);
                PreparedStatement members = database.prepareStatement(MEMBERS);
                PreparedStatement users = database.prepareStatement(ACCOUNTS)) {
            for (String name : IntStream.range(0, LoadUniverses.COUNT).mapToObj(LoadUniverses::name).toList()) {
                universe.setString(1, name);
                universe.addBatch();
            }
            universe.executeBatch();
            int entered = members.executeUpdate();
            users.setInt(1, accounts);
            int made = users.executeUpdate();
            database.commit();
            System.out.println(LoadUniverses.COUNT + " universes, " + entered + " members, " + made + " accounts");
        }
    }
}
