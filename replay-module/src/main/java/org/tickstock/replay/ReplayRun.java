package org.tickstock.replay;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.tickstock.engine.Pipeline;
import org.tickstock.engine.PipelineSettings;
import org.tickstock.engine.PipelineStatus;
import org.tickstock.engine.collect.EventLogSettings;
import org.tickstock.engine.detect.DetectSettings;
import org.tickstock.engine.detect.Detector;
import org.tickstock.engine.detect.HighLowDetector;
import org.tickstock.engine.detect.HighLowThresholds;
import org.tickstock.engine.detect.PressureDetector;
import org.tickstock.engine.detect.SurgeDetector;
import org.tickstock.engine.detect.SurgeThresholds;
import org.tickstock.engine.detect.TrendDetector;
import org.tickstock.engine.detect.TrendThresholds;
import org.tickstock.engine.feed.FeedStatus;
import org.tickstock.engine.feed.FeedStatus.State;
import org.tickstock.engine.feed.ReplayFeed;
import org.tickstock.engine.feed.ReplaySettings;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.time.EpochClock;

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
    private final ReplayFeed feed;
    private final Pipeline pipeline;
    private final EventGathering gathering;

    ReplayRun(ReplayOptions options, EpochClock clock) {
        this.clock = clock;
        SymbolTable symbols = new SymbolTable();
        feed = new ReplayFeed(new ReplaySettings(options.tapes(), ReplaySettings.MAX_SPEED), symbols, clock, true);
        pipeline = new Pipeline(settings(options), detectors(), symbols, new NewYorkCalendar(), clock, 1);
        gathering = new EventGathering(pipeline);
    }

    /** Plays to the end; returns how long that took, in nanoseconds. */
    long play() {
        long startNs = clock.nowNs();
        try (DutyThreads threads = new DutyThreads()) {
            int lane = 0;
            for (var duty : pipeline.laneDuties()) {
                threads.run("lane-" + lane++, duty);
            }
            threads.run("worker", pipeline.newWorkerDuty());
            threads.run("collector", gathering);
            feed.start(pipeline.feedListener());
            while (feed.status().state() == State.LIVE) {
                feed.doWork();
            }
            awaitTheLastEvent();
            pipeline.close();
        } finally {
            feed.stop();
        }
        return clock.nowNs() - startNs;
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
