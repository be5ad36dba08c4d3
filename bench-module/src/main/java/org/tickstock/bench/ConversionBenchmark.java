package org.tickstock.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tickstock.bench.json.EventJson;
import org.tickstock.engine.event.DisplayEvent;
import org.tickstock.engine.event.DisplayMessage;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.work.DisplayConverter;

/**
 * An event made JSON bytes: our converter against records and Jackson's data binding, which write the same JSON.
 *
 * <p>Units: nanoseconds per event.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 3, jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
public class ConversionBenchmark {

    private static final int EVENTS = 256;

    // numbers count by value: 100 and 100.0 are the same on the wire
    private static final Comparator<JsonNode> BY_VALUE = (left, right) -> left.isNumber() && right.isNumber()
            ? Double.compare(left.doubleValue(), right.doubleValue()) : left.equals(right) ? 0 : 1;

    /** Type of the events. */
    @Param({"HIGH", "TREND"})
    public EventType type;

    private final DisplayConverter converter = new DisplayConverter();
    private final ObjectMapper mapper = EventJson.mapper();
    private List<DisplayEvent> events;
    private int next;

    /** Collects the events, and holds the two texts of each against each other. */
    @Setup(Level.Trial)
    public void collect() throws IOException {
        events = SampleEvents.of(EVENTS, type);
        for (DisplayEvent event : events) {
            String ours = "{" + new String(converter.toMessage(event).body(), StandardCharsets.UTF_8);
            String theirs = mapper.writeValueAsString(EventJson.of(event));
            if (!mapper.readTree(ours).equals(BY_VALUE, mapper.readTree(theirs))) {
                throw new IllegalStateException("both must write the same JSON, was " + ours + " against " + theirs);
            }
        }
    }

    /** Ours. */
    @Benchmark
    public DisplayMessage displayConverter() {
        return converter.toMessage(nextEvent());
    }

    /** The usual way. */
    @Benchmark
    public byte[] jacksonDatabind() throws JsonProcessingException {
        return mapper.writeValueAsBytes(EventJson.of(nextEvent()));
    }

    private DisplayEvent nextEvent() {
        next = next + 1 & EVENTS - 1;
        return events.get(next);
    }
}
