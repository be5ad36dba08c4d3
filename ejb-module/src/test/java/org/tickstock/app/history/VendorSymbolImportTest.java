package org.tickstock.app.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.tickstock.app.history.ImportRoom.first;
import static org.tickstock.app.history.ImportRoom.select;
import static org.tickstock.app.history.ImportRoom.told;

import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickstock.app.database.TestDatabase;

/** The vendor's list of symbols from a server of our own that answers as the vendor's examples do. */
@ExtendWith(TestDatabase.Resolver.class)
@Timeout(60)
class VendorSymbolImportTest {

    private static final Path EXAMPLES = Path.of("..", "..", "shared", "data", "vendor", "rest");
    private static final LocalDate TODAY = LocalDate.of(2013, 10, 9);
    private static final String LIST = "/v3/reference/tickers?market=stocks&active=true";
    private static final String STORED = "SELECT symbol, name, exchange, type, market_cap FROM symbols ORDER BY 1";

    @RegisterExtension
    final VendorServer vendor = new VendorServer();
    private TestDatabase database;
    private int changes;

    @BeforeEach
    void start(TestDatabase given) {
        database = given.fresh();
    }

    @Test
    void loadsTheWholeListPageByPage() throws Exception {
        vendor.answers(LIST, page("/v3/reference/tickers?cursor=2", row("A", "Agilent, \"Inc\"", "XNYS", "CS"),
            row("SPY", "SPDR", "ARCX", "ETF")));
        vendor.answers("cursor=2", "429", page(null, row("ABRpD", "Arbor", "XNYS", "PFD"), row("b?d", "x", "", "CS")));

        JsonObject told = run(List.of());

        assertThat(told.getString("state")).isEqualTo("done");
        assertThat(told.getString("kind")).isEqualTo("symbols");
        assertThat(told.getString("origin")).isEqualTo("vendor symbols all");
        assertThat(told.getInt("rows_changed")).isEqualTo(3);
        assertThat(select(database, STORED)).containsExactly(
            "A Agilent, \"Inc\" NYSE CS null", "ABRpD Arbor NYSE CS null", "SPY SPDR ARCA ETF null");
        assertThat(first(told, "bad_rows")).containsExactly("line 5: symbol must be a ticker, was 'b?d'");
        assertThat(vendor.pausesMs()).containsExactly(12_000L, 60_000L, 12_000L);
        assertThat(changes).isEqualTo(1);
    }

    @Test
    void loadsNothingOfAListThatBreaksOff() throws Exception {
        vendor.answers(LIST, page("/v3/reference/tickers?cursor=2", row("A", "Agilent", "XNYS", "CS")));
        vendor.answers("cursor=2", "500", "500", "500");

        JsonObject told = run(List.of());

        assertThat(told.getString("state")).isEqualTo("failed");
        assertThat(told.getString("trouble")).isEqualTo("vendor must answer HTTP 200, was 500 for the list of symbols");
        assertThat(select(database, STORED)).isEmpty();
        assertThat(changes).isZero();
    }

    @Test
    void asksForSingleSymbolsOnceADay() throws Exception {
        vendor.answers("/v3/reference/tickers/AAPL", one("AAPL", 2_488_795_282_370L));
        vendor.answers("/v3/reference/tickers/GONE", "404", "404");
        vendor.answers("/v3/reference/tickers/AIG", "500", "500", "500");

        JsonObject broken = run(List.of("AAPL", "GONE", "AIG"));

        assertThat(broken.getString("state")).isEqualTo("failed");
        assertThat(select(database, STORED)).containsExactly("AAPL x NASDAQ CS 2488795282370");
        assertThat(first(broken, "skipped")).containsExactly("vendor refused GONE with HTTP 404");
        assertThat(changes).isEqualTo(1);
        vendor.answers("/v3/reference/tickers/AIG", one("AIG", 50_000_000_000L));
        vendor.asked().clear();

        assertThat(run(List.of("AAPL", "GONE", "AIG")).getString("state")).isEqualTo("done");
        assertThat(vendor.asked()).hasSize(2);
        assertThat(select(database, STORED)).hasSize(2);
    }

    @Test
    void readsTheVendorsOwnExamples() throws Exception {
        assumeThat(EXAMPLES).as("vendor's examples are not at hand").isDirectory();
        String list = Files.readString(EXAMPLES.resolve("v3_reference_tickers.json"))
            .replaceFirst("\"next_url\": \"[^\"]*\"", "\"next_url\": \"\"");
        vendor.answers(LIST, list);
        vendor.answers("/v3/reference/tickers/AAPL",
            Files.readString(EXAMPLES.resolve("v3_reference_tickers_AAPL.json")));

        assertThat(run(List.of()).getInt("rows_changed")).isEqualTo(2);
        assertThat(run(List.of("AAPL")).getInt("rows_changed")).isEqualTo(1);

        assertThat(select(database, STORED)).containsExactly("A Agilent Technologies Inc. NYSE CS null",
            "AA Alcoa Corporation NYSE CS null", "AAPL Apple Inc. NASDAQ CS 2488795282370");
    }

    @Test
    void endsOnGarbage() throws Exception {
        vendor.answers(LIST, "{\"results\":{}}");
        vendor.answers("/v3/reference/tickers/AAPL", "{\"results\":[]}");

        assertThat(run(List.of()).getString("trouble"))
            .isEqualTo("vendor's list of symbols must have results, had not");
        assertThat(run(List.of("AAPL")).getString("trouble"))
            .isEqualTo("vendor's answer must have results, had not for AAPL");
    }

    private JsonObject run(List<String> symbols) throws Exception {
        ImportProgress progress = new ImportProgress(VendorSymbolImport.origin(symbols), symbols.size());
        long id = new VendorSymbolImport(database.dataSource(), () -> changes++)
            .run(symbols, TODAY, vendor.client(), progress);
        return told(database, id);
    }

    private static String page(String next, String... rows) {
        return "{\"results\":[" + String.join(",", rows) + "],\"status\":\"OK\",\"count\":2"
            + (next == null ? "" : ",\"next_url\":\"" + next + '"') + "}";
    }

    private static String row(String ticker, String name, String exchange, String type) {
        return "{\"ticker\":\"" + ticker + "\",\"name\":\"" + name.replace("\"", "\\\"")
            + "\",\"primary_exchange\":\"" + exchange + "\",\"type\":\"" + type + "\",\"active\":true}";
    }

    private static String one(String ticker, long cap) {
        String row = row(ticker, "x", "XNAS", "CS");
        return "{\"results\":" + row.substring(0, row.length() - 1) + ",\"market_cap\":" + cap + "},\"status\":\"OK\"}";
    }
}
