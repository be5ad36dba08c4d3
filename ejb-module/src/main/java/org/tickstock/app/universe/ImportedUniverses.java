package org.tickstock.app.universe;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tickstock.engine.universe.StandardUniverses;
import org.tickstock.engine.universe.Universe;

/**
 * Puts universes of an operator's in the place of those of the same name, and lets those of sectors follow what is
 * known of the symbols; whoever picked one goes on with its new members once {@link UniverseLoader} has loaded them.
 *
 * <p>Thread: stateless; the caller's connection and transaction.
 */
public final class ImportedUniverses {

    private static final String LIST = "UPDATE universes SET is_listed = true WHERE name = ? AND NOT is_listed";
    private static final String FOLLOWING = "SELECT name, title FROM universes WHERE NOT is_listed";
    private static final String SECTORS = "SELECT symbol, sector FROM symbols WHERE sector <> ''";
    private static final String UPSERT = "INSERT INTO universes AS u (name, title) VALUES (?, ?) "
        + "ON CONFLICT (name) DO UPDATE SET title = excluded.title, updated_at = now() RETURNING id";
    private static final String MEMBERS = "SELECT m.symbol FROM universe_members m JOIN universes u "
        + "ON u.id = m.universe_id WHERE u.name = ? ORDER BY m.position";
    private static final String FORGET = "DELETE FROM universe_members WHERE universe_id = ?";
    private static final String ADD = "INSERT INTO universe_members (universe_id, position, symbol) "
        + "SELECT ?, place - 1, symbol FROM unnest(?) WITH ORDINALITY AS given (symbol, place)";

    private ImportedUniverses() {
    }

    /** What people read for each universe that there is. */
    public static Map<String, String> titles(Connection connection) throws SQLException {
        Map<String, String> titles = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name, title FROM universes")) {
            while (rows.next()) {
                titles.put(rows.getString(1), rows.getString(2));
            }
        }
        return titles;
    }

    /**
     * Replaces them and returns how many members came or went; a new order or title counts as one. None of them follows
     * a sector any more.
     */
    public static long replace(Collection<Universe> universes, Connection connection) throws SQLException {
        long changed = put(universes, connection);
        try (PreparedStatement statement = connection.prepareStatement(LIST)) {
            for (Universe universe : universes) {
                statement.setString(1, universe.name());
                statement.executeUpdate();
            }
        }
        return changed;
    }

    /** Makes the members of each sector's universe those symbols that have the sector, but where a file told them. */
    public static long followSectors(Connection connection) throws SQLException {
        Map<String, List<String>> members = new HashMap<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(SECTORS)) {
            while (rows.next()) {
                members.computeIfAbsent(StandardUniverses.sectorName(rows.getString(2)), any -> new ArrayList<>())
                    .add(rows.getString(1));
            }
        }
        List<Universe> following = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(FOLLOWING)) {
            while (rows.next()) {
                String name = rows.getString(1);
                String title = rows.getString(2);
                if (name.equals(StandardUniverses.sectorName(title))) {
                    List<String> symbols = members.getOrDefault(name, new ArrayList<>());
                    symbols.sort(null);
                    following.add(new Universe(name, title, symbols));
                }
            }
        }
        return put(following, connection);
    }

    private static long put(Collection<Universe> universes, Connection connection) throws SQLException {
        Map<String, String> titles = titles(connection);
        long changed = 0;
        for (Universe universe : universes) {
            List<String> before = members(universe.name(), connection);
            if (!before.equals(universe.symbols()) || !universe.title().equals(titles.get(universe.name()))) {
                write(universe, connection);
                changed += Math.max(1, apart(before, universe.symbols()));
            }
        }
        return changed;
    }

    private static List<String> members(String name, Connection connection) throws SQLException {
        List<String> members = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(MEMBERS)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    members.add(rows.getString(1));
                }
            }
        }
        return members;
    }

    private static void write(Universe universe, Connection connection) throws SQLException {
        long id;
        try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
            statement.setString(1, universe.name());
            statement.setString(2, universe.title());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                id = row.getLong(1);
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
            statement.setLong(1, id);
            statement.executeUpdate();
        }
        Array symbols = connection.createArrayOf("varchar", universe.symbols().toArray());
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setLong(1, id);
            statement.setArray(2, symbols);
            statement.executeUpdate();
        } finally {
            symbols.free();
        }
    }

    private static int apart(List<String> before, List<String> after) {
        Set<String> kept = new HashSet<>(before);
        kept.retainAll(after);
        return before.size() + after.size() - 2 * kept.size();
    }
}
