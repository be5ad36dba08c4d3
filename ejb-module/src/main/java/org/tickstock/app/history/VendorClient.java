package org.tickstock.app.history;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.LongConsumer;
import org.tickstock.engine.market.NewYorkCalendar;

/**
 * Asks the vendor for aggregates and hands them over as the table that a file would hold.
 *
 * <p>One request after the other with a pause between; pages are followed to the last. The key goes in a header, and
 * only to the vendor's own address, wherever an answer points.
 * <p>Thread: one import's.
 * <p>Errors: a {@link RefusedByVendorException} for what asking again would not change; an {@link IOException} when the
 * vendor cannot be reached or makes no sense, after three attempts.
 * <p>Source: the vendor's REST reference, aggregates ({@code /v2/aggs/ticker/…/range/…}).
 */
final class VendorClient {

    /** The vendor says no, and will say no again. */
    static final class RefusedByVendorException extends Exception {

        private static final long serialVersionUID = 1L;

        private final int status;

        RefusedByVendorException(int status, String symbol) {
            super("vendor refused " + symbol + " with HTTP " + status);
            this.status = status;
        }

        /** Whether it is us that it refuses, whatever we ask. */
        boolean isAboutUs() {
            return status == 401;
        }
    }

    private static final int ATTEMPTS = 3;
    private static final int MOST_PAGES = 1_000;
    private static final int DECIMALS = 6;
    private static final long TOO_MANY_MS = 60_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http;
    private final ImportSettings settings;
    private final LongConsumer pauseMs;
    private boolean hasAsked;

    /** A client; {@code pauseMs} waits for so many milliseconds. */
    VendorClient(HttpClient http, ImportSettings settings, LongConsumer pauseMs) {
        this.http = http;
        this.settings = settings;
        this.pauseMs = pauseMs;
    }

    /** The bars of a piece as CSV, header and all. */
    String bars(String timeframe, VendorOrder.Piece piece) throws IOException, RefusedByVendorException {
        boolean isDaily = timeframe.equals("daily");
        StringBuilder csv = new StringBuilder(
            isDaily ? "symbol,date,open,high,low,close,volume\n" : "symbol,ts_ms,open,high,low,close,volume\n");
        URI next = settings.vendorUrl().resolve("/v2/aggs/ticker/" + piece.symbol() + "/range/1/"
            + (isDaily ? "day" : "minute") + '/' + piece.from() + '/' + piece.to()
            + "?adjusted=true&sort=asc&limit=50000");
        for (int page = 0; next != null; page++) {
            if (page == MOST_PAGES) {
                throw new IOException("vendor must end an answer within " + MOST_PAGES + " pages, did not for "
                    + piece.symbol());
            }
            JsonObject answer = ask(next, piece.symbol());
            append(answer, piece.symbol(), isDaily, csv);
            next = nextOf(answer);
        }
        return csv.toString();
    }

    private JsonObject ask(URI address, String symbol) throws IOException, RefusedByVendorException {
        IOException last = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (hasAsked) {
                pauseMs.accept(settings.vendorPauseMs());
            }
            hasAsked = true;
            try {
                HttpResponse<String> answer = http.send(HttpRequest.newBuilder(address).timeout(PATIENCE)
                    .header("Authorization", "Bearer " + settings.vendorKey()).GET().build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
                int status = answer.statusCode();
                if (status == 200) {
                    return parse(answer.body());
                }
                if (status == 429) {
                    pauseMs.accept(TOO_MANY_MS);
                } else if (status < 500) {
                    throw new RefusedByVendorException(status, symbol);
                }
                last = new IOException("vendor must answer HTTP 200, was " + status + " for " + symbol);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while asking the vendor for " + symbol, stopping);
            } catch (IOException unreachable) {
                last = unreachable;
            }
        }
        throw last;
    }

    private static JsonObject parse(String body) throws IOException {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        } catch (JsonException garbage) {
            throw new IOException("vendor must answer JSON, did not: " + garbage.getMessage(), garbage);
        }
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
                for (String field : new String[] {"o", "h", "l", "c", "v"}) {
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

    private URI nextOf(JsonObject answer) throws IOException {
        String next = answer.getString("next_url", "");
        if (next.isEmpty()) {
            return null;
        }
        URI address = settings.vendorUrl().resolve(next);
        URI ours = settings.vendorUrl();
        if (!ours.getScheme().equals(address.getScheme()) || !ours.getHost().equals(address.getHost())
                || ours.getPort() != address.getPort()) {
            throw new IOException("vendor's next page must be at " + ours.getHost() + ", was at " + address.getHost());
        }
        return address;
    }
}
