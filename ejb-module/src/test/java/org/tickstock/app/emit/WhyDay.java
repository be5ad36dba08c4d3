package org.tickstock.app.emit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.tickstock.app.Wiring;
import org.tickstock.app.universe.TestUniverses;
import org.tickstock.engine.Pipeline;
import org.tickstock.engine.PipelineSettings;
import org.tickstock.engine.collect.EventBatch;
import org.tickstock.engine.detect.Detector;
import org.tickstock.engine.detect.HighLowDetector;
import org.tickstock.engine.detect.HighLowThresholds;
import org.tickstock.engine.detect.SurgeDetector;
import org.tickstock.engine.detect.SurgeThresholds;
import org.tickstock.engine.detect.TrendDetector;
import org.tickstock.engine.detect.TrendThresholds;
import org.tickstock.engine.event.DisplayMessage;
import org.tickstock.engine.event.EventType;
import org.tickstock.engine.feed.FeedListener;
import org.tickstock.engine.feed.FeedStatus;
import org.tickstock.engine.feed.ReplayFeed;
import org.tickstock.engine.feed.ReplaySettings;
import org.tickstock.engine.feed.TickRefusal;
import org.tickstock.engine.handoff.Duty;
import org.tickstock.engine.handoff.DutyLoop;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.universe.Universe;
import org.tickstock.engine.universe.UniverseIndex;
import org.tickstock.engine.universe.UniverseSelection;

/** A real day behind us: its ticks, the log it filled, and both stories to be asked. */
final class WhyDay {

    static final List<String> SYMBOLS = List.of("SPY", "BAC", "AIG");

    private static final int ROUND = 4_096;
    private static final UniverseSelection ALL = new UniverseSelection(List.of("all"), List.of("all"));

    private final SymbolTable symbols = SymbolTable.of(SYMBOLS);
    private final Pipeline pipeline;
    private final EventStory why;
    private final MomentStory whyNot;

    private WhyDay(Pipeline pipeline) {
        this.pipeline = pipeline;
        UniverseIndex index = UniverseIndex.of(List.of(new Universe("all", "All", SYMBOLS)), symbols);
        UniverseMatch match = Wiring.wire(new UniverseMatch(), TestUniverses.holding(index));
        why = Wiring.wire(new EventStory(), pipeline, new SubscriberRegistry(), match);
        whyNot = Wiring.wire(new MomentStory(), pipeline, match);
    }

    /** The ticks of a tape by symbol; a test is skipped where it is not at hand. */
    static Map<String, List<Tick>> ticksOf(String day) {
        Path tape = Path.of(System.getProperty("tickstock.shared", "../../shared/data"), "tape", day + ".csv.gz");
        assumeTrue(Files.isReadable(tape), () -> "market data is not at hand: " + tape.toAbsolutePath());
        Map<String, List<Tick>> ticks = new HashMap<>();
        SYMBOLS.forEach(symbol -> ticks.put(symbol, new ArrayList<>()));
        ReplayFeed feed = new ReplayFeed(new ReplaySettings(List.of(tape), ReplaySettings.MAX_SPEED),
            SymbolTable.of(SYMBOLS), () -> 0);
        feed.start(new FeedListener() {
            @Override
            public void onTick(Tick tick) {
                Tick copy = new Tick();
                copy.copyFrom(tick);
                ticks.get(SYMBOLS.get(tick.symbolId)).add(copy);
            }

            @Override
            public void onUnreadable(TickRefusal reason) {
                throw new IllegalStateException("tape must be readable, was " + reason);
            }
        });
        while (feed.status().state() == FeedStatus.State.LIVE) {
            feed.doWork();
        }
        return ticks;
    }

    /** Plays the ticks, in the order of time, through a pipeline of its own. */
    static WhyDay play(Map<String, List<Tick>> ticks, int lanes) {
        PipelineSettings usual = PipelineSettings.defaults();
        Pipeline pipeline = new Pipeline(
            new PipelineSettings(usual.detect().withLanes(lanes).withWhyMemoryMb(256), usual.prioritize(), usual.work(),
                usual.collect()),
            List.<Detector>of(new HighLowDetector(HighLowThresholds.defaults()),
                new TrendDetector(TrendThresholds.defaults()), new SurgeDetector(SurgeThresholds.defaults())),
            SymbolTable.of(SYMBOLS), new NewYorkCalendar(), () -> 1, 7);
        Duty worker = pipeline.newWorkerDuty();
        List<Tick> inOrder = new ArrayList<>();
        ticks.values().forEach(inOrder::addAll);
        inOrder.sort((one, other) -> Long.compare(one.tsEventNs, other.tsEventNs));
        for (int i = 0; i < inOrder.size(); i++) {
            pipeline.feedListener().onTick(inOrder.get(i));
            if (i % ROUND == 0) {
                work(pipeline, worker);
            }
        }
        pipeline.feedListener().onPause();
        work(pipeline, worker);
        return new WhyDay(pipeline);
    }

    private static void work(Pipeline pipeline, Duty worker) {
        int done = 1;
        while (done > 0) {
            done = pipeline.laneDuties().stream().mapToInt(Duty::doWork).sum() + worker.doWork() + pipeline.collect();
        }
    }

    /** Everything in the log. */
    List<DisplayMessage> events() {
        List<DisplayMessage> all = new ArrayList<>();
        EventBatch batch = pipeline.log().read(0);
        while (!batch.isEmpty()) {
            all.addAll(batch.messages());
            batch = pipeline.log().read(batch.to());
        }
        return all;
    }

    /** The answer to why. */
    JsonObject why(String id) {
        return why.of(id, 1, ALL).orElseThrow();
    }

    /** The answer to why not; lanes must be {@link #running}. */
    JsonObject whyNot(String symbol, EventType type, long atMs) {
        try {
            return whyNot.of(symbol, type, atMs, ALL).orElseThrow();
        } catch (TimeoutException silent) {
            throw new IllegalStateException(silent);
        }
    }

    /** Has the lanes run while {@code questions} are asked. */
    void running(Runnable questions) {
        List<DutyLoop> loops = pipeline.laneDuties().stream().map(duty -> new DutyLoop("lane", duty)).toList();
        // A thread for each: newer JDKs' common pool has one on two cores, and then the second lane never answers.
        ExecutorService threads = Executors.newCachedThreadPool();
        List<CompletableFuture<Void>> lanes =
            loops.stream().map(loop -> CompletableFuture.runAsync(loop, threads)).toList();
        try {
            questions.run();
        } finally {
            loops.forEach(DutyLoop::stop);
            lanes.forEach(CompletableFuture::join);
            threads.shutdown();
        }
    }

    /** The event's JSON, whole. */
    static JsonObject json(DisplayMessage message) {
        byte[] whole = new byte[message.body().length + 1];
        whole[0] = '{';
        System.arraycopy(message.body(), 0, whole, 1, message.body().length);
        return jakarta.json.Json.createReader(new ByteArrayInputStream(whole)).readObject();
    }
}
