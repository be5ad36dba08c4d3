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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tickstock.engine.Pipeline;
import org.tickstock.engine.detect.Explanation;
import org.tickstock.engine.detect.Gate;
import org.tickstock.engine.detect.RecordedTicks;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.universe.UniverseSelection;

/**
 * What a rule made of one moment of a symbol as JSON: the print, every gate with its figures, the event if there was
 * one, and whether the caller would have got it.
 *
 * <p>Thread: any but a lane, which hands over its record between two batches; the ticks are told again on the caller's.
 * <p>Source: docs/why.md.
 */
@ApplicationScoped
public class MomentStory {

    /** How long a lane is waited for. */
    public static final int PATIENCE_S = 2;

    private static final double MICROS = 1e6;
    private static final long NS_PER_MS = 1_000_000L;

    @Inject
    private Pipeline pipeline;
    @Inject
    private UniverseMatch universes;

    /** The body of {@code GET /api/why-not}; empty for a symbol that nobody knows. */
    public Optional<JsonObject> of(String symbol, EventType type, long atMs, UniverseSelection selection)
            throws TimeoutException {
        int symbolId = pipeline.symbols().idOf(symbol.toUpperCase(Locale.ROOT));
        if (symbolId == SymbolTable.UNKNOWN) {
            return Optional.empty();
        }
        Explanation told = pipeline.explain(recordOf(symbolId), type, atMs * NS_PER_MS);
        return Optional.of(JSON.createObjectBuilder()
            .add("symbol", pipeline.symbols().tickerOf(symbolId))
            .add("type", type.wireName())
            .add("at", time(atMs * NS_PER_MS))
            .add("answer", answer(told, atMs))
            .add("recorded", recorded(told))
            .add("print", told.print() == null ? JsonValue.NULL : print(told.print()))
            .add("judged_at", told.judgedNs() == 0 ? JsonValue.NULL : time(told.judgedNs()))
            .add("gates", gates(told))
            .add("facts", facts(told.facts()))
            .add("event_id", told.raised() == null ? JsonValue.NULL : JSON.createValue(told.raised().id()))
            .add("you", JSON.createObjectBuilder().add("universes", universes.json(symbolId, type, selection)))
            .build());
    }

    /** One word: raised, or what stopped it first. */
    static String answer(Explanation told, long atMs) {
        boolean isUnknown = told.tradeDay() == 0
            || told.fullSinceNs() != 0 && Math.floorDiv(told.fullSinceNs(), NS_PER_MS) <= atMs;
        if (told.raised() != null) {
            return "raised";
        }
        if (isUnknown) {
            return "not_recorded";
        }
        if (!told.found()) {
            return "no_trade";
        }
        return told.gates().isEmpty() ? told.print().verdict().wireName() : "stopped_by_rule";
    }

    private RecordedTicks recordOf(int symbolId) throws TimeoutException {
        try {
            return pipeline.recordOf(symbolId).get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the lane of " + symbolId, stopping);
        } catch (ExecutionException fault) {
            throw new IllegalStateException("the lane of " + symbolId + " could not answer", fault);
        }
    }

    private static JsonObjectBuilder recorded(Explanation told) {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        if (told.tradeDay() == 0) {
            json.addNull("trade_date");
        } else {
            json.add("trade_date", LocalDate.ofEpochDay(told.tradeDay()).toString());
        }
        return json.add("full_since", told.fullSinceNs() == 0 ? JsonValue.NULL : time(told.fullSinceNs()));
    }

    private static JsonObject print(Explanation.Print print) {
        return JSON.createObjectBuilder()
            .add("at", time(print.tsNs()))
            .add("price", print.priceMicros() / MICROS)
            .add("size", print.sizeMicros() / MICROS)
            .add("verdict", print.verdict().wireName())
            .add("condition", print.condition() == null ? JsonValue.NULL : JSON.createValue(print.condition()))
            .add("facts", facts(print.facts()))
            .build();
    }

    private static JsonArrayBuilder gates(Explanation told) {
        JsonArrayBuilder gates = JSON.createArrayBuilder();
        for (Gate gate : told.gates()) {
            gates.add(JSON.createObjectBuilder()
                .add("name", gate.name())
                .add("value", number(gate.value()))
                .add("relation", gate.relation())
                .add("needed", number(gate.needed()))
                .add("passed", gate.passed())
                .add("way", gate.alternative() == null ? JsonValue.NULL : JSON.createValue(gate.alternative())));
        }
        return gates;
    }

    private static JsonObjectBuilder facts(Map<String, Double> facts) {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        facts.forEach((name, value) -> json.add(name, number(value)));
        return json;
    }

    /** What is not finite - no event before, no reference - is null. */
    private static JsonValue number(double value) {
        return Double.isFinite(value) ? JSON.createValue(value) : JsonValue.NULL;
    }

    private static JsonObject time(long ns) {
        long ms = Math.floorDiv(ns, NS_PER_MS);
        return JSON.createObjectBuilder()
            .add("ts_ms", ms).add("time", Instant.ofEpochMilli(ms).toString()).build();
    }
}
