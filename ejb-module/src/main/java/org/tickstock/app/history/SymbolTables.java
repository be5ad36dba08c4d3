package org.tickstock.app.history;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.tickstock.engine.market.Listing;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.state.Instrument;

/**
 * What is known of each symbol: the lists that come with the engine, and what an operator adds.
 *
 * <p>An import tells market capitalisations and new symbols. Sectors and industries that the shipped lists know stay as
 * they are, since those are GICS and groups of two classifications would mean nothing; an import fills in the others.
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
    private static final String IMPORT = """
        INSERT INTO symbols AS s (symbol, name, exchange, type, sector, industry, country, market_cap, source)
        SELECT DISTINCT ON (symbol) symbol, left(name, 255), left(exchange, 20), coalesce(nullif(type, ''), 'CS'),
            left(sector, 50), left(industry, 100), left(country, 50), nullif(round(market_cap), 0)::bigint, 'import'
        FROM symbols_in ORDER BY symbol
        ON CONFLICT (symbol) DO UPDATE SET name = coalesce(nullif(s.name, ''), excluded.name),
            exchange = coalesce(nullif(s.exchange, ''), excluded.exchange),
            sector = coalesce(nullif(s.sector, ''), excluded.sector),
            industry = coalesce(nullif(s.industry, ''), excluded.industry),
            country = coalesce(nullif(excluded.country, ''), s.country),
            market_cap = coalesce(excluded.market_cap, s.market_cap), source = 'import', updated_at = now()""";
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

    /** Loads a file of symbols and returns how many there were. */
    static long load(CsvReader csv, ImportProgress progress, ImportReport report, Connection connection)
            throws IOException, SQLException {
        StringBuilder lines = new StringBuilder();
        while (csv.next()) {
            report.row();
            progress.rows(report.rows());
            String symbol = csv.field("symbol");
            String cap = csv.field("market_cap");
            if (!SymbolTable.isTicker(symbol)) {
                report.add(ImportReport.Kind.BAD_ROW,
                    "line " + csv.lineNumber() + ": symbol must be a ticker, was '" + symbol + "'");
            } else if (!cap.matches("(\\d{1,15}(\\.\\d{1,6})?)?")) {
                report.add(ImportReport.Kind.BAD_ROW,
                    "line " + csv.lineNumber() + ": market_cap must be USD >= 0, was '" + cap + "'");
            } else {
                String type = csv.field("etf").equals("Y") ? "ETF" : csv.field("etf").equals("N") ? "CS" : "";
                append(lines, symbol, csv.field("name"), csv.field("exchange"), type, csv.field("sector"),
                    csv.field("industry"), csv.field("country"), cap);
            }
        }
        progress.enter(ImportProgress.Phase.SWITCHING);
        stage(lines, connection);
        try (Statement statement = connection.createStatement()) {
            return statement.executeLargeUpdate(IMPORT);
        }
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

    private static void append(StringBuilder lines, String... fields) {
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
