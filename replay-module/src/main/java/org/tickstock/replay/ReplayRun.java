package org.tickstock.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.tickstock.engine.Pipeline;
import org.tickstock.engine.PipelineSettings;
import org.tickstock.engine.PipelineStatus;
import org.tickstock.engine.bar.Bar;
import org.tickstock.engine.bar.BarSettings;
import org.tickstock.engine.collect.EventLogSettings;
import org.tickstock.engine.detect.DetectSettings;
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
import org.tickstock.engine.feed.FeedStatus;
import org.tickstock.engine.feed.FeedStatus.State;
import org.tickstock.engine.feed.ReplayFeed;
import org.tickstock.engine.feed.ReplaySettings;
import org.tickstock.engine.handoff.Duty;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SessionCalendar;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.TradeConditions;
import org.tickstock.engine.time.EpochClock;
import org.tickstock.engine.trace.Tracer;

/**
 * Plays tapes through a whole pipeline, as fast as it takes them, and waits until the last event has come out.
 *
 * <p>Thread: the caller plays the feed; lanes, a worker and the collector run on {@link DutyThreads}.
 * <p>Errors: a tape that cannot be read is told by the feed's status; a pipeline that stands still for half a minute is
 * an {@link IllegalStateException} with its ledger.
 */
final class ReplayRun {

    private static final int LOG_CAPACITY = 1 << 20;
    private static final int EVENTS_PER_PULL = 100_000;
    private static final long STALL_NS = 30_000_000_000L;
    private static final long POLL_NS = 200_000;

    private final EpochClock clock;
    private final SymbolTable symbols = new SymbolTable();
    private final SessionCalendar calendar = new NewYorkCalendar();
    private final ReplayFeed feed;
    private final Pipeline pipeline;
    private final EventGathering gathering;
    private final List<LaneRecord> records = new ArrayList<>();
    private final List<SymbolDay> days = new ArrayList<>();
    private final AtomicLong allocatedBytes = new AtomicLong();

    ReplayRun(ReplayOptions options, EpochClock clock) {
        this.clock = clock;
        feed = new ReplayFeed(new ReplaySettings(options.tapes(), ReplaySettings.MAX_SPEED), symbols, clock, true);
        PipelineSettings settings = settings(options);
        pipeline = new Pipeline(settings, detectors(), symbols, calendar, clock, 1,
                () -> options.wantsRecords() ? record(settings.detect()) : LaneObserver.NONE, Tracer.off());
        gathering = new EventGathering(pipeline);
    }

    /** Plays to the end, and has {@code beside} called meanwhile; returns how long that took, in nanoseconds. */
    long play(Duty beside) {
        long startNs = clock.nowNs();
        try (DutyThreads threads = new DutyThreads()) {
            int lane = 0;
            for (Duty duty : pipeline.laneDuties()) {
                threads.runCounted("lane-" + lane++, duty, allocatedBytes);
            }
            threads.run("worker", pipeline.newWorkerDuty());
            threads.run("collector", gathering);
            threads.run("beside", beside);
            playTapes();
            awaitTheLastEvent();
            days.addAll(lastDays());
            pipeline.close();
        } finally {
            feed.stop();
        }
        records.forEach(LaneRecord::end);
        return clock.nowNs() - startNs;
    }

    /** Plays the tapes. */
    ReplayFeed feed() {
        return feed;
    }

    /** Final minute bars of all symbols. */
    List<Bar> bars() {
        return records.stream().flatMap(record -> record.bars().stream()).toList();
    }

    /** Extremes of every symbol and day. */
    List<SymbolDay> days() {
        return Stream.concat(records.stream().flatMap(record -> record.days().stream()),
                days.stream().filter(day -> !day.sessions().isEmpty())).toList();
    }

    SymbolTable symbols() {
        return symbols;
    }

    /** What the threads of the feed and the lanes have allocated on the heap; negative where the JVM does not count. */
    long allocatedBytes() {
        return AllocatedBytes.ofThisThread() == AllocatedBytes.UNKNOWN ? AllocatedBytes.UNKNOWN : allocatedBytes.get();
    }

    FeedStatus feedStatus() {
        return feed.status();
    }

    PipelineStatus pipelineStatus() {
        return pipeline.status();
    }

    EventGathering events() {
        return gathering;
    }

    private LaneRecord record(DetectSettings detect) {
        BarSettings bars = new BarSettings(detect.maxReportDelayMs(), BarSettings.defaults().recomputeMinutes());
        LaneRecord made = new LaneRecord(TradeConditions.shipped(detect.conditions()), calendar, bars);
        records.add(made);
        return made;
    }

    private void playTapes() {
        long beforeBytes = AllocatedBytes.ofThisThread();
        feed.start(pipeline.feedListener());
        while (feed.status().state() == State.LIVE) {
            feed.doWork();
        }
        allocatedBytes.addAndGet(AllocatedBytes.ofThisThread() - beforeBytes);
    }

    /** The days that no other one follows: the lanes tell them while they still run. */
    private List<SymbolDay> lastDays() {
        List<SymbolDay> last = new ArrayList<>();
        for (Future<List<SymbolDay>> answer : pipeline.days()) {
            try {
                last.addAll(answer.get(STALL_NS, TimeUnit.NANOSECONDS));
            } catch (ExecutionException | TimeoutException fault) {
                throw new IllegalStateException("lane must tell its days, was " + fault, fault);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return last;
    }

    private void awaitTheLastEvent() {
        PipelineStatus last = pipeline.status();
        long progressNs = clock.nowNs();
        boolean done = false;
        while (!done) {
            LockSupport.parkNanos(POLL_NS);
            PipelineStatus next = pipeline.status();
            // A ledger is not one instant: a stage may move while the next is read. Two equal ones settle it.
            boolean still = next.stages().equals(last.stages());
            done = still && isDone(next);
            if (!still) {
                progressNs = clock.nowNs();
            } else if (!done && clock.nowNs() - progressNs > STALL_NS) {
                throw new IllegalStateException("pipeline must come to an end, was still for 30 s at " + next);
            }
            last = next;
        }
    }

    private boolean isDone(PipelineStatus status) {
        return status.stages().stream().allMatch(stage -> stage.inFlight() == 0)
                && gathering.gathered() == status.stage("collect").out();
    }

    private static PipelineSettings settings(ReplayOptions options) {
        PipelineSettings defaults = PipelineSettings.defaults();
        DetectSettings detect = defaults.detect().withLanes(options.lanes()).withConditions(options.conditions())
                .withWaitWhenFull(true);
        return new PipelineSettings(detect, defaults.prioritize().withWaitWhenFull(true), defaults.work(),
                new EventLogSettings(LOG_CAPACITY, EVENTS_PER_PULL));
    }

    private static List<Detector> detectors() {
        return List.of(new HighLowDetector(HighLowThresholds.defaults()),
                new TrendDetector(TrendThresholds.defaults()), new SurgeDetector(SurgeThresholds.defaults()),
                new PressureDetector());
    }
}
