package org.tickstock.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.tickstock.engine.collect.Collector;
import org.tickstock.engine.collect.EventBatch;
import org.tickstock.engine.detect.Detector;
import org.tickstock.engine.detect.HighLowDetector;
import org.tickstock.engine.detect.HighLowThresholds;
import org.tickstock.engine.detect.LaneObserver;
import org.tickstock.engine.detect.PressureDetector;
import org.tickstock.engine.detect.SurgeDetector;
import org.tickstock.engine.detect.SurgeThresholds;
import org.tickstock.engine.detect.SymbolDay;
import org.tickstock.engine.detect.TrendDetector;
import org.tickstock.engine.detect.TrendThresholds;
import org.tickstock.engine.event.DisplayMessage;
import org.tickstock.engine.feed.FeedStatus;
import org.tickstock.engine.feed.MarketDataFeed;
import org.tickstock.engine.handoff.Duty;
import org.tickstock.engine.handoff.DutyLoop;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.time.SystemEpochClock;
import org.tickstock.engine.trace.Tracer;

/** Plays a feed through a whole pipeline on real threads, to the end. */
public final class TapeRun {

    private final Pipeline pipeline;
    private final FeedStatus feedStatus;
    private final List<DisplayMessage> events;
    private final List<SymbolDay> days;

    private TapeRun(Pipeline pipeline, FeedStatus feedStatus, List<DisplayMessage> events, List<SymbolDay> days) {
        this.pipeline = pipeline;
        this.feedStatus = feedStatus;
        this.events = events;
        this.days = days;
    }

    public static List<Detector> detectors() {
        return List.of(new HighLowDetector(HighLowThresholds.defaults()), new TrendDetector(TrendThresholds.defaults()),
                new SurgeDetector(SurgeThresholds.defaults()), new PressureDetector());
    }

    public static TapeRun play(MarketDataFeed feed, SymbolTable symbols, int lanes) {
        return play(feed, symbols, lanes, () -> LaneObserver.NONE);
    }

    public static TapeRun play(
            MarketDataFeed feed, SymbolTable symbols, int lanes, Supplier<LaneObserver> observers) {
        PipelineSettings defaults = PipelineSettings.defaults();
        PipelineSettings settings = new PipelineSettings(
                defaults.detect().withLanes(lanes).withWaitWhenFull(true),
                defaults.prioritize().withWaitWhenFull(true), defaults.work(), defaults.collect());
        Pipeline pipeline = new Pipeline(settings, detectors(), symbols, new NewYorkCalendar(),
                new SystemEpochClock(), 1, observers, Tracer.off());
        ExecutorService threads = Executors.newCachedThreadPool();
        List<DutyLoop> loops = new ArrayList<>();
        pipeline.laneDuties().forEach(duty -> loops.add(run(threads, "lane", duty)));
        loops.add(run(threads, "worker", pipeline.newWorkerDuty()));
        loops.add(run(threads, "worker", pipeline.newWorkerDuty()));
        loops.add(run(threads, "collector", pipeline::collect));
        feed.start(pipeline.feedListener());
        while (feed.status().state() == FeedStatus.State.LIVE) {
            feed.doWork();
        }
        // Twice: a status is read downstream first, so what a lane raises meanwhile is seen by the second reading.
        while (isBusy(pipeline) || isBusy(pipeline)) {
            Thread.onSpinWait();
        }
        List<SymbolDay> days = daysOf(pipeline);
        loops.forEach(DutyLoop::stop);
        pipeline.close();
        threads.shutdownNow();
        return new TapeRun(pipeline, feed.status(), read(pipeline), days);
    }

    public Pipeline pipeline() {
        return pipeline;
    }

    public FeedStatus feedStatus() {
        return feedStatus;
    }

    /** All events in the defined order. */
    public List<DisplayMessage> events() {
        return events;
    }

    /** What every symbol's last trade date saw. */
    public List<SymbolDay> days() {
        return days;
    }

    /** SHA-256 over the canonical lines in the defined order. */
    public String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (DisplayMessage event : events) {
                digest.update((byte) '{');
                digest.update(event.body());
                digest.update((byte) '\n');
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static String lineOf(DisplayMessage event) {
        return "{" + new String(event.body(), StandardCharsets.US_ASCII);
    }

    private static DutyLoop run(ExecutorService threads, String name, Duty duty) {
        DutyLoop loop = new DutyLoop(name, duty);
        threads.execute(loop);
        return loop;
    }

    private static boolean isBusy(Pipeline pipeline) {
        return pipeline.status().stages().stream().anyMatch(stage -> stage.inFlight() != 0);
    }

    private static List<SymbolDay> daysOf(Pipeline pipeline) {
        List<SymbolDay> days = new ArrayList<>();
        for (Future<List<SymbolDay>> lane : pipeline.days()) {
            try {
                days.addAll(lane.get(10, TimeUnit.SECONDS));
            } catch (InterruptedException | ExecutionException | TimeoutException silent) {
                throw new IllegalStateException("a lane must tell its days", silent);
            }
        }
        return List.copyOf(days);
    }

    private static List<DisplayMessage> read(Pipeline pipeline) {
        List<DisplayMessage> all = new ArrayList<>();
        long after = 0;
        EventBatch batch = pipeline.log().read(after);
        while (!batch.isEmpty()) {
            all.addAll(batch.messages());
            batch = pipeline.log().read(batch.to());
        }
        all.sort(Collector.definedOrder());
        return all;
    }
}
