package org.tickstock.app.history;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * The vendor's list of US stocks and funds, and what it knows of one of them, as the table that a file would hold.
 *
 * <p>Sectors are not in it: the vendor tells SIC codes, which are no GICS.
 * <p>Thread: one import's.
 * <p>Errors: those of {@link VendorClient}.
 * <p>Source: the vendor's REST reference, tickers ({@code /v3/reference/tickers}).
 */
final class VendorSymbols {

    static final String HEADER = "symbol,name,exchange,etf,market_cap\n";

    private static final Map<String, String> EXCHANGES = Map.of(
        "XNYS", "NYSE", "XNAS", "NASDAQ", "ARCX", "ARCA", "BATS", "BATS", "XASE", "AMEX");
    private static final Set<String> FUNDS = Set.of("ETF", "ETS", "ETV");

    private final VendorClient vendor;

    VendorSymbols(VendorClient vendor) {
        this.vendor = vendor;
    }

    /** All that is traded, as CSV; {@code progress} hears of each row. */
    String all(ImportProgress progress) throws IOException, VendorClient.RefusedByVendorException {
        StringBuilder csv = new StringBuilder(HEADER);
        vendor.pages("/v3/reference/tickers?market=stocks&active=true&order=asc&sort=ticker&limit=1000",
            "the list of symbols", answer -> {
                JsonArray results = results(answer);
                for (JsonObject symbol : results.getValuesAs(JsonObject.class)) {
                    append(symbol, csv);
                }
                progress.rows(progress.rows() + results.size());
            });
        return csv.toString();
    }

    /** One symbol with its market capitalisation, as CSV. */
    String one(String symbol) throws IOException, VendorClient.RefusedByVendorException {
        StringBuilder csv = new StringBuilder(HEADER);
        vendor.pages("/v3/reference/tickers/" + symbol, symbol, answer -> {
            if (!(answer.get("results") instanceof JsonObject told)) {
                throw new IOException("vendor's answer must have results, had not for " + symbol);
            }
            append(told, csv);
        });
        return csv.toString();
    }

    private static JsonArray results(JsonObject answer) throws IOException {
        if (answer.get("results") instanceof JsonArray results
                && results.stream().allMatch(JsonObject.class::isInstance)) {
            return results;
        }
        throw new IOException("vendor's list of symbols must have results, had not");
    }

    private static void append(JsonObject symbol, StringBuilder csv) {
        String exchange = symbol.getString("primary_exchange", "");
        String type = symbol.getString("type", "");
        String cap = symbol.get("market_cap") instanceof JsonNumber usd
            ? usd.bigDecimalValue().toBigInteger().toString() : "";
        csv.append(quoted(symbol.getString("ticker", ""))).append(',')
            .append(quoted(symbol.getString("name", ""))).append(',')
            .append(quoted(EXCHANGES.getOrDefault(exchange, exchange))).append(',')
            .append(type.isEmpty() ? "" : FUNDS.contains(type) ? "Y" : "N").append(',')
            .append(cap).append('\n');
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
