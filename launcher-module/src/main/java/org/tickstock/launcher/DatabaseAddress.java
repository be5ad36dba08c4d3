package org.tickstock.launcher;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the database is and who asks, in the form the server's configuration takes.
 *
 * <p>Thread: immutable; may be shared.
 * <p>Errors: an address that is not PostgreSQL's is refused with a {@link LaunchException} that names the variable but
 * not the address, which may hold a password.
 *
 * @param jdbcUrl {@code jdbc:postgresql://host:port/database}, without user and password
 * @param user who connects
 * @param password the user's password, may be empty
 */
public record DatabaseAddress(String jdbcUrl, String user, String password) {

    private static final String JDBC = "jdbc:";
    private static final String JDBC_POSTGRESQL = "jdbc:postgresql://";
    private static final int DEFAULT_PORT = 5432;

    /** Reads {@code DATABASE_URL}, {@code DATABASE_USER} and {@code DATABASE_PASSWORD}; the latter two win. */
    public static DatabaseAddress of(Map<String, String> environment) {
        DatabaseAddress read = parse(environment.get("DATABASE_URL"));
        return new DatabaseAddress(
                read.jdbcUrl,
                environment.getOrDefault("DATABASE_USER", read.user),
                environment.getOrDefault("DATABASE_PASSWORD", read.password));
    }

    /** Reads {@code jdbc:postgresql://host:port/db?user=u&password=p} or {@code postgresql://u:p@host:port/db}. */
    public static DatabaseAddress parse(String databaseUrl) {
        String trimmed = databaseUrl.trim();
        boolean jdbc = trimmed.startsWith(JDBC_POSTGRESQL);
        if (!jdbc && !trimmed.startsWith("postgresql://") && !trimmed.startsWith("postgres://")) {
            throw unusable(null);
        }
        try {
            return read(URI.create(jdbc ? trimmed.substring(JDBC.length()) : trimmed));
        } catch (IllegalArgumentException notAnAddress) {
            throw unusable(notAnAddress);
        }
    }

    /** The three variables the server's configuration reads. */
    public Map<String, String> environment() {
        return Map.of("DATABASE_URL", jdbcUrl, "DATABASE_USER", user, "DATABASE_PASSWORD", password);
    }

    @Override
    public String toString() {
        return user + " at " + jdbcUrl;
    }

    private static DatabaseAddress read(URI uri) {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("user", System.getProperty("user.name"));
        known.put("password", "");
        if (uri.getRawUserInfo() != null) {
            String[] parts = uri.getRawUserInfo().split(":", 2);
            known.put("user", decoded(parts[0]));
            known.put("password", parts.length > 1 ? decoded(parts[1]) : "");
        }
        List<String> rest = new ArrayList<>();
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        for (String parameter : query.split("&")) {
            String[] parts = parameter.split("=", 2);
            if (parts.length == 2 && known.containsKey(parts[0])) {
                known.put(parts[0], decoded(parts[1]));
            } else if (!parameter.isEmpty()) {
                rest.add(parameter);
            }
        }
        if (uri.getHost() == null || uri.getPath() == null || uri.getPath().length() < 2) {
            throw unusable(null);
        }
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        String parameters = rest.isEmpty() ? "" : "?" + String.join("&", rest);
        String jdbcUrl = JDBC_POSTGRESQL + uri.getHost() + ":" + port + uri.getRawPath() + parameters;
        return new DatabaseAddress(jdbcUrl, known.get("user"), known.get("password"));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static LaunchException unusable(Throwable cause) {
        return new LaunchException("DATABASE_URL must be jdbc:postgresql://host:port/database or"
                + " postgresql://user:password@host:port/database", cause);
    }
}
