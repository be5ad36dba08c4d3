package org.tickstock.app.trace;

import static org.tickstock.app.json.JsonFactory.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.time.EpochClock;
import org.tickstock.engine.trace.EventTrace;
import org.tickstock.engine.trace.TraceEnd;
import org.tickstock.engine.trace.TracePoint;
import org.tickstock.engine.trace.TraceSettings;
import org.tickstock.engine.trace.TraceStatus;
import org.tickstock.engine.trace.TraceStep;
import org.tickstock.engine.trace.Tracer;

/**
 * What the tracer holds, as JSON: how it stands, and every step of every event, to be downloaded.
 *
 * <p>Thread: any.
 * <p>Units: epoch microseconds.
 * <p>Source: docs/tracing.md; field names of the seeds' export where they have one.
 */
@ApplicationScoped
public class TraceReport {

    private static final long NS_PER_US = 1_000L;
    private static final long NS_PER_S = 1_000_000_000L;
    private static final double US_PER_S = 1e6;

    @Inject
    private Tracer tracer;
    @Inject
    private SymbolTable symbols;
    @Inject
    private EpochClock clock;

    /** The body of {@code GET /api/trace/status}. */
    public JsonObject status() {
        TraceStatus status = tracer.status();
        JsonArrayBuilder tickers = JSON.createArrayBuilder();
        status.symbols().stream().mapToObj(symbols::tickerOf).forEach(tickers::add);
        return JSON.createObjectBuilder()
            .add("enabled", status.isOn())
            .add("tickers", tickers)
            .add("most_tickers", TraceSettings.MOST_SYMBOLS)
            .add("capacity", status.capacity())
            .add("steps", status.steps())
            .add("overwritten", status.overwritten())
            .add("begun", status.begunNs() == 0 ? JsonValue.NULL : JSON.createValue(timeOf(status.begunNs())))
            .build();
    }

    /** Writes the trace of one symbol. */
    public void writeOne(int symbolId, OutputStream out) {
        List<TraceStep> steps = stepsOf(id -> id == symbolId);
        String ticker = symbols.tickerOf(symbolId);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject().write("trace_id", ticker + "_" + clock.nowNs() / NS_PER_S).write("ticker", ticker);
            writeSpan(steps, json);
            List<EventTrace> events = EventTrace.of(steps);
            json.write("summary", summary(events));
            writeEvents(events, json);
            writeSteps(steps, json);
            json.writeEnd();
        }
    }

    /** Writes the trace of all symbols. */
    public void writeAll(OutputStream out) {
        List<TraceStep> steps = stepsOf(id -> true);
        long nowNs = clock.nowNs();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject()
                .write("export_timestamp", timeOf(nowNs)).write("trace_id", "ALL_" + nowNs / NS_PER_S);
            writeSpan(steps, json);
            List<EventTrace> events = EventTrace.of(steps);
            Map<String, List<EventTrace>> byTicker = events.stream().collect(Collectors.groupingBy(
                event -> symbols.tickerOf(event.symbolId()), TreeMap::new, Collectors.toList()));
            json.writeStartObject("ticker_summary");
            byTicker.forEach((ticker, its) -> json.write(ticker, summary(its)));
            json.writeEnd().write("total_traces", byTicker.size());
            writeEvents(events, json);
            writeSteps(steps, json);
            json.writeEnd();
        }
    }

    private List<TraceStep> stepsOf(IntPredicate symbol) {
        return tracer.steps().stream().filter(step -> symbol.test(step.symbolId())).toList();
    }

    private static void writeSpan(List<TraceStep> steps, JsonGenerator json) {
        if (steps.isEmpty()) {
            json.writeNull("start_time").writeNull("end_time").write("duration_seconds", 0);
            return;
        }
        long from = steps.stream().min(Comparator.comparingLong(TraceStep::tsNs)).orElseThrow().tsNs() / NS_PER_US;
        long to = steps.stream().max(Comparator.comparingLong(TraceStep::tsNs)).orElseThrow().tsNs() / NS_PER_US;
        json.write("start_time", timeOf(from * NS_PER_US)).write("end_time", timeOf(to * NS_PER_US))
            .write("duration_seconds", (to - from) / US_PER_S);
    }

    /** How many events there are, and how many ended where. */
    private static JsonObject summary(List<EventTrace> events) {
        JsonObjectBuilder ends = JSON.createObjectBuilder();
        Map<TraceEnd, Long> counts = events.stream().collect(
            Collectors.groupingBy(EventTrace::end, TreeMap::new, Collectors.counting()));
        counts.forEach((end, count) -> ends.add(end.wireName(), count));
        return JSON.createObjectBuilder().add("events", events.size()).add("ended", ends).build();
    }

    private void writeEvents(List<EventTrace> events, JsonGenerator json) {
        json.writeStartArray("events");
        for (EventTrace event : events) {
            json.writeStartObject()
                .write("event_id", event.eventId())
                .write("ticker", symbols.tickerOf(event.symbolId()))
                .write("ended", event.end().wireName())
                .write("lost", event.end().isLoss())
                .write("whole", event.isWhole());
            json.writeStartArray("points");
            for (TraceStep step : event.points()) {
                json.writeStartObject().write("action", step.point().wireName());
                writeFacts(step, json);
                json.writeEnd();
            }
            json.writeEnd().writeEnd();
        }
        json.writeEnd();
    }

    private void writeSteps(List<TraceStep> steps, JsonGenerator json) {
        json.writeStartArray("steps");
        for (TraceStep step : steps) {
            json.writeStartObject()
                .write("number", step.number())
                .write("ticker", symbols.tickerOf(step.symbolId()))
                .write("event_id", step.eventId())
                .write("action", step.point() == null ? step.loss().wireName() : step.point().wireName());
            writeFacts(step, json);
            json.writeEnd();
        }
        json.writeEnd();
    }

    private static void writeFacts(TraceStep step, JsonGenerator json) {
        json.write("ts_us", step.tsNs() / NS_PER_US);
        TracePoint point = step.point();
        if (point == null) {
            return;
        }
        json.write("component", point.stage());
        if (step.offset() != 0) {
            json.write("offset", step.offset());
        }
        if (point.isOfCycle()) {
            json.write("cycle", step.cycle()).write("in_emission_cycle", point != TracePoint.BUFFER_PULLED);
        }
        if (step.count() != TraceStep.NO_COUNT) {
            json.write(point.countName(), step.count());
        }
        if (step.note() != null) {
            json.write(point == TracePoint.EVENT_QUEUED ? "priority" : "connection_ids", step.note());
        }
    }

    private static String timeOf(long ns) {
        return Instant.ofEpochSecond(ns / NS_PER_S, ns % NS_PER_S / NS_PER_US * NS_PER_US).toString();
    }
}
