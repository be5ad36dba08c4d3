package org.tickstock.app.history;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.tickstock.engine.market.Listing;
import org.tickstock.engine.state.Instrument;

/**
 * What is known of each symbol: the lists that come with the engine, and what an operator adds.
 *
 * <p>An import tells new symbols, market capitalisations and which are funds. Sectors and industries that the shipped
 * lists know stay as they are, since those are GICS and groups of two classifications would mean nothing, unless the
 * import's are GICS too; an import fills in the others.
 * <p>Thread: stateless; the caller's connection and transaction.
 */
final class SymbolTables {

    private static final String STAGE = "CREATE TEMPORARY TABLE symbols_in (symbol varchar(20), name text, "
        + "exchange text, type text, sector text, industry text, country text, market_cap numeric) ON COMMIT DROP";
    private static final String COPY = "COPY symbols_in FROM STDIN";
    private static final String SHIP = """
        INSERT INTO symbols AS s (symbol, name, exchange, type, sector, industry, source)
        SELECT symbol, left(name, 255), exchange, type, sector, industry, 'shipped' FROM symbols_in
        ON CONFLICT (symbol) DO UPDATE SET name = excluded.name, exchange = excluded.exchange, type = excluded.type,
            sector = excluded.sector, industry = excluded.industry, updated_at = now()
        WHERE s.source = 'shipped' AND (s.name, s.exchange, s.type, s.sector, s.industry) IS DISTINCT FROM
            (excluded.name, excluded.exchange, excluded.type, excluded.sector, excluded.industry)""";
    // What is merged is read first, so that rows in which nothing changes are not written.
    private static final String IMPORT = """
        INSERT INTO symbols AS s (symbol, name, exchange, type, sector, industry, country, market_cap, source)
        SELECT i.symbol, coalesce(nullif(k.name, ''), left(i.name, 255)),
            coalesce(nullif(k.exchange, ''), left(i.exchange, 20)), coalesce(nullif(i.type, ''), k.type, 'CS'),
            coalesce(%1$s, left(i.sector, 50)), coalesce(%2$s, left(i.industry, 100)),
            coalesce(nullif(left(i.country, 50), ''), k.country, ''),
            coalesce(nullif(round(i.market_cap), 0)::bigint, k.market_cap), 'import'
        FROM symbols_in i LEFT JOIN symbols k ON k.symbol = i.symbol
        ON CONFLICT (symbol) DO UPDATE SET name = excluded.name, exchange = excluded.exchange, type = excluded.type,
            sector = excluded.sector, industry = excluded.industry, country = excluded.country,
            market_cap = excluded.market_cap, source = 'import', updated_at = now()
        WHERE (s.name, s.exchange, s.type, s.sector, s.industry, s.country, s.market_cap) IS DISTINCT FROM
            (excluded.name, excluded.exchange, excluded.type, excluded.sector, excluded.industry, excluded.country,
            excluded.market_cap)""";
    private static final String FILLED_IN = IMPORT.formatted("nullif(k.sector, '')", "nullif(k.industry, '')");
    private static final String REPLACED = IMPORT.formatted(
        "nullif(left(i.sector, 50), ''), nullif(k.sector, '')",
        "nullif(left(i.industry, 100), ''), nullif(k.industry, '')");
    private static final String ALL =
        "SELECT symbol, name, sector, industry, market_cap, type FROM symbols ORDER BY symbol";

    private SymbolTables() {
    }

    /** Puts the lists that come with the engine into the table; what is there and was imported stays. */
    static long ship(Collection<Listing> listings, Connection connection) throws SQLException {
        StringBuilder lines = new StringBuilder();
        for (Listing listing : listings) {
            append(lines, listing.symbol(), listing.name(), listing.exchange(), listing.etf() ? "ETF" : "CS",
                listing.sector(), listing.industry(), "", "");
        }
        stage(lines, connection);
        try (Statement statement = connection.createStatement()) {
            return statement.executeLargeUpdate(SHIP);
        }
    }

    /**
     * Loads rows that were appended and returns how many symbols are new or different.
     *
     * @param isGics whether their sectors and industries are of the shipped lists' classification and may replace them
     */
    static long load(StringBuilder lines, boolean isGics, Connection connection) throws SQLException {
        stage(lines, connection);
        try (Statement statement = connection.createStatement()) {
            return statement.executeLargeUpdate(isGics ? REPLACED : FILLED_IN);
        }
    }

    /** Every ticker that is known. */
    static Set<String> tickers(Connection connection) throws SQLException {
        Set<String> tickers = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT symbol FROM symbols")) {
            while (rows.next()) {
                tickers.add(rows.getString(1));
            }
        }
        return tickers;
    }

    /** Everything, as the state of the market needs it. */
    static List<Instrument> all(DataSource dataSource) throws SQLException {
        List<Instrument> instruments = new ArrayList<>();
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ALL)) {
            while (rows.next()) {
                double cap = rows.getDouble(5);
                boolean isKnown = !rows.wasNull();
                instruments.add(new Instrument(rows.getString(1), rows.getString(2), rows.getString(3),
                    rows.getString(4), isKnown ? cap : Double.NaN, rows.getString(6).equals("ETF")));
            }
        }
        return instruments;
    }

    private static void stage(StringBuilder lines, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(STAGE);
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, new StringReader(lines.toString()));
        } catch (IOException broken) {
            throw new SQLException("COPY of symbols broke off", broken);
        }
    }

    /** Appends a row: symbol, name, exchange, type, sector, industry, country and market capitalisation. */
    static void append(StringBuilder lines, String... fields) {
        for (int i = 0; i < fields.length; i++) {
            boolean isCap = i == fields.length - 1;
            lines.append(i == 0 ? "" : "\t").append(isCap && fields[i].isEmpty() ? "\\N" : escaped(fields[i]));
        }
        lines.append('\n');
    }

    /** As PostgreSQL's text COPY format wants it. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\t", " ").replace("\n", " ").replace("\r", " ").replace("\0", "");
    }
}
