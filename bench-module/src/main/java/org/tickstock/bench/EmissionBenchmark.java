package org.tickstock.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.tickstock.engine.collect.EventBatch;
import org.tickstock.engine.collect.EventLog;
import org.tickstock.engine.collect.EventLogSettings;
import org.tickstock.engine.collect.SessionCounts;
import org.tickstock.engine.emit.EmissionCycle;
import org.tickstock.engine.emit.EmissionLedger;
import org.tickstock.engine.emit.OpenMatch;
import org.tickstock.engine.event.DisplayEvent;
import org.tickstock.engine.event.DisplayMessage;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.universe.UniverseIndex;
import org.tickstock.engine.universe.UniverseSelection;
import org.tickstock.engine.work.DisplayConverter;

/**
 * One emission cycle in memory, 1,000 users and 1,000 events: ours against a set of tickers per user and Jackson per
 * user; and of it the matching alone. A socket's write is not in it.
 *
 * <p>Units: microseconds per cycle.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 3, jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
public class EmissionBenchmark {

    private static final int EVENTS = 1_000;
    private static final long EPOCH = 1;

    /** Users who are connected. */
    @Param("1000")
    public int users;

    /** How many different selections they have: users of one selection share their frames. */
    @Param({"1000", "50"})
    public int selections;

    private final ObjectMapper mapper = EventJson.mapper();
    private final EventLog log = new EventLog(EventLogSettings.defaults(), EPOCH);
    private final EmissionCycle cycle = new EmissionCycle(log, new SessionCounts(), new EmissionLedger(), () -> 0);
    private EventBatch batch;
    private List<DisplayEvent> events;
    private List<BenchUser> subscribers;
    private List<Set<String>> tickersOf;
    private UniverseIndex universes;
    private OpenMatch match;

    /** Fills the log, connects the users, and holds the two ways against each other. */
    @Setup(Level.Trial)
    public void connect() throws JsonProcessingException {
        events = SampleEvents.of(EVENTS, EventType.HIGH, EventType.LOW, EventType.TREND);
        DisplayConverter converter = new DisplayConverter();
        events.forEach(event -> log.append(converter.toMessage(event)));
        batch = log.read(0);
        BenchUniverses made = new BenchUniverses(events);
        universes = made.index();
        List<UniverseSelection> picked = made.selections(users, selections);
        subscribers = picked.stream().map(BenchUser::new).toList();
        tickersOf = picked.stream().map(made::tickersOf).toList();
        match = new OpenMatch(picked, universes);
        emissionCycle();
        long expected = hashSetsAndJackson();
        long matched = inverted();
        long sent = subscribers.stream().mapToLong(BenchUser::received).sum();
        if (matched != expected || sent != expected || hashSets() != expected) {
            throw new IllegalStateException("deliveries must agree, was " + matched + ", " + sent + ", " + expected);
        }
    }

    /** Ours: matching, frames, hand-over. */
    @Benchmark
    public Object emissionCycle() {
        subscribers.forEach(user -> user.rewind(EPOCH));
        return cycle.distribute(subscribers, universes, MarketSession.REGULAR);
    }

    /** The usual way: every user's set asked for every event, every user's frame made by Jackson. */
    @Benchmark
    public long hashSetsAndJackson() throws JsonProcessingException {
        long deliveries = 0;
        for (Set<String> tickers : tickersOf) {
            List<Object> mine = new ArrayList<>();
            for (DisplayEvent event : events) {
                if (tickers.contains(event.origin().symbol())) {
                    mine.add(EventJson.of(event));
                }
            }
            String frame = mapper.writeValueAsString(Map.of("event", "stock_data", "data", mine));
            deliveries += frame.isEmpty() ? 0 : mine.size();
        }
        return deliveries;
    }

    /** Ours, matching alone: an index that is kept, a batch that is new. */
    @Benchmark
    public long inverted() {
        return match.match(batch);
    }

    /** The usual way, matching alone. */
    @Benchmark
    public long hashSets() {
        long deliveries = 0;
        for (Set<String> tickers : tickersOf) {
            List<DisplayMessage> mine = new ArrayList<>();
            for (DisplayMessage message : batch.messages()) {
                if (tickers.contains(message.symbol())) {
                    mine.add(message);
                }
            }
            deliveries += mine.size();
        }
        return deliveries;
    }
}
