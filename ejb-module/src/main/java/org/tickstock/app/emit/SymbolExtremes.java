package org.tickstock.app.emit;

import static org.tickstock.app.json.JsonFactory.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tickstock.engine.Pipeline;
import org.tickstock.engine.detect.SymbolDay;
import org.tickstock.engine.detect.SymbolDay.Extreme;
import org.tickstock.engine.detect.SymbolDay.SessionExtremes;
import org.tickstock.engine.detect.Verdict;
import org.tickstock.engine.market.SymbolTable;

/**
 * The official and the live extremes of a symbol as JSON, and why they differ.
 *
 * <p>Thread: any but a lane, which answers between two batches.
 * <p>Source: docs/wire-protocol.md, sample {@code symbol_extremes}; market rules, section 1.
 */
@ApplicationScoped
public class SymbolExtremes {

    /** How long a lane is waited for. */
    public static final int PATIENCE_S = 2;

    private static final String NOT_KNOWN = "not_known";
    private static final double MICROS = 1e6;
    private static final long NS_PER_MS = 1_000_000L;

    @Inject
    private Pipeline pipeline;

    /** The body of {@code GET /api/symbols/{symbol}/extremes}; empty for a symbol that nobody knows. */
    public Optional<JsonObject> of(String symbol) throws TimeoutException {
        return of(symbol, PATIENCE_S);
    }

    Optional<JsonObject> of(String symbol, int patienceS) throws TimeoutException {
        int symbolId = pipeline.symbols().idOf(symbol.toUpperCase(Locale.ROOT));
        if (symbolId == SymbolTable.UNKNOWN) {
            return Optional.empty();
        }
        try {
            return Optional.of(json(pipeline.dayOf(symbolId).get(patienceS, TimeUnit.SECONDS)));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the lane of " + symbol, stopping);
        } catch (ExecutionException fault) {
            throw new IllegalStateException("the lane of " + symbol + " could not answer", fault);
        }
    }

    static JsonObject json(SymbolDay day) {
        JsonArrayBuilder sessions = JSON.createArrayBuilder();
        day.sessions().forEach(session -> sessions.add(json(session)));
        JsonObjectBuilder json = JSON.createObjectBuilder().add("symbol", day.symbol());
        if (day.sessions().isEmpty()) {
            json.addNull("trade_date");
        } else {
            json.add("trade_date", LocalDate.ofEpochDay(day.tradeDay()).toString());
        }
        return json.add("sessions", sessions).build();
    }

    private static JsonObjectBuilder json(SessionExtremes session) {
        return JSON.createObjectBuilder()
            .add("session", session.session())
            .add("volume", session.volumeMicros() / MICROS)
            .add("high", side(session.officialHigh(), session.liveHigh()))
            .add("low", side(session.officialLow(), session.liveLow()));
    }

    private static JsonObjectBuilder side(Extreme official, Extreme live) {
        String differs = reason(official, live);
        return JSON.createObjectBuilder()
            .add("official", json(official))
            .add("live", json(live))
            .add("differs", differs == null ? JsonValue.NULL : JSON.createValue(differs));
    }

    /** Why the official extreme is not the live one, null where they are the same. */
    private static String reason(Extreme official, Extreme live) {
        if (official == null || live != null && live.priceMicros() == official.priceMicros()) {
            return null;
        }
        return official.verdict() == Verdict.ELIGIBLE ? NOT_KNOWN : official.verdict().wireName();
    }

    private static JsonValue json(Extreme extreme) {
        if (extreme == null) {
            return JsonValue.NULL;
        }
        JsonObjectBuilder json = JSON.createObjectBuilder().add("price", extreme.priceMicros() / MICROS);
        if (extreme.tsNs() == 0) {
            return json.addNull("ts_ms").addNull("time").build();
        }
        long ms = Math.floorDiv(extreme.tsNs(), NS_PER_MS);
        return json.add("ts_ms", ms).add("time", Instant.ofEpochMilli(ms).toString()).build();
    }
}
