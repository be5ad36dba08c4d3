package org.tickstock.app.history;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import org.tickstock.engine.market.NewYorkCalendar;

/**
 * The vendor's aggregates as the table that a file would hold.
 *
 * <p>Thread: one import's.
 * <p>Errors: those of {@link VendorClient}.
 * <p>Source: the vendor's REST reference, aggregates ({@code /v2/aggs/ticker/…/range/…}).
 */
final class VendorBars {

    private static final int DECIMALS = 6;
    private static final String[] FIGURES = {"o", "h", "l", "c", "v"};

    private final VendorClient vendor;

    VendorBars(VendorClient vendor) {
        this.vendor = vendor;
    }

    /** The bars of a piece as CSV, header and all. */
    String csv(String timeframe, VendorOrder.Piece piece) throws IOException, VendorClient.RefusedByVendorException {
        boolean isDaily = timeframe.equals("daily");
        StringBuilder csv = new StringBuilder(
            isDaily ? "symbol,date,open,high,low,close,volume\n" : "symbol,ts_ms,open,high,low,close,volume\n");
        vendor.pages("/v2/aggs/ticker/" + piece.symbol() + "/range/1/" + (isDaily ? "day" : "minute") + '/'
            + piece.from() + '/' + piece.to() + "?adjusted=true&sort=asc&limit=50000", piece.symbol(),
            answer -> append(answer, piece.symbol(), isDaily, csv));
        return csv.toString();
    }

    private static void append(JsonObject answer, String symbol, boolean isDaily, StringBuilder csv)
            throws IOException {
        try {
            JsonArray results = answer.containsKey("results") ? answer.getJsonArray("results")
                : JsonArray.EMPTY_JSON_ARRAY;
            for (JsonObject bar : results.getValuesAs(JsonObject.class)) {
                long ms = bar.getJsonNumber("t").longValueExact();
                csv.append(symbol).append(',');
                if (isDaily) {
                    csv.append(LocalDate.ofInstant(Instant.ofEpochMilli(ms), NewYorkCalendar.NEW_YORK));
                } else {
                    csv.append(ms);
                }
                for (String field : FIGURES) {
                    csv.append(',').append(rounded(bar.getJsonNumber(field).bigDecimalValue()));
                }
                csv.append('\n');
            }
        } catch (ClassCastException | NullPointerException | ArithmeticException garbage) {
            throw new IOException("vendor's bars must have t, o, h, l, c and v, had not for " + symbol, garbage);
        }
    }

    /** Prices adjusted for splits have more digits than any price had. */
    private static String rounded(BigDecimal value) {
        return value.setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
    }
}
