package org.tickstock.app.feed;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.tickstock.app.collect.DataPublisher;
import org.tickstock.app.detect.DetectionLanes;
import org.tickstock.app.duty.RunningDuty;
import org.tickstock.app.work.WorkerPool;
import org.tickstock.engine.Pipeline;
import org.tickstock.engine.PipelineStatus;
import org.tickstock.engine.feed.MarketDataFeed;
import org.tickstock.engine.time.EpochClock;

/**
 * Starts all rooms when the server starts, the last one of the way first, and stops them in reverse.
 *
 * <p>Thread: the deployment's, an EJB timer for the last step; the feed runs on {@code concurrent/tickstock-feed}.
 * <p>Errors: a source that does not work is the feed's to tell: the server runs, readiness says what is wrong.
 */
@Singleton
@Startup
@DependsOn({"DataPublisher", "WorkerPool", "JournalWriter", "MinuteBarWriter", "AnalyticsSync"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MarketDataService {

    private static final Logger LOG = System.getLogger(MarketDataService.class.getName());
    private static final long STEP_MS = 2_000;
    private static final long NS_PER_MS = 1_000_000L;
    private static final Set<String> DRAINED = Set.of("detect", "prioritize", "work", "collect");

    @Resource(lookup = "java:app/concurrent/tickstock-feed")
    private ManagedExecutorService executor;
    @Inject
    private Pipeline pipeline;
    @Inject
    private MarketDataFeed feed;
    @Inject
    private DetectionLanes lanes;
    @Inject
    private WorkerPool workers;
    @Inject
    private DataPublisher publisher;
    @Inject
    private EpochClock clock;
    @Inject
    private Event<PipelineStarted> started;

    private volatile RunningDuty feeding;
    private volatile boolean stopped;

    @PostConstruct
    synchronized void start() {
        try {
            publisher.start();
            workers.start();
            lanes.start();
            feed.start(pipeline.feedListener());
            started.fire(new PipelineStarted());
        } catch (RuntimeException refused) {
            stop();
            throw refused;
        }
        LOG.log(Level.INFO, "pipeline started provider={0} symbols={1,number,#} lanes={2} workers={3}",
            feed.status().provider(), pipeline.symbols().size(), pipeline.laneDuties().size(), workers.size());
    }

    /**
     * Lets ticks in once the whole application runs, which is when timers begin: a market's first minutes told at once
     * would take the processors away from everything that still has to start.
     */
    @Schedule(second = "*", minute = "*", hour = "*", persistent = false)
    public synchronized void letTicksIn() {
        if (feeding == null && !stopped) {
            feeding = RunningDuty.start(executor, "feed", feed);
        }
    }

    /** Works off what is under way, then ends the loops; each step has its bound, so that nothing hangs. */
    @PreDestroy
    synchronized void stop() {
        stopped = true;
        boolean inTime = true;
        if (feeding != null) {
            feeding.stop();
            inTime = feeding.awaitEnd(STEP_MS);
        }
        feed.stop();
        inTime &= drain();
        pipeline.close();
        inTime &= lanes.stop(STEP_MS);
        inTime &= workers.stop(STEP_MS);
        publisher.stop();
        LOG.log(Level.INFO, "pipeline stopped inTime={0} balanced={1} lastOffset={2,number,#}",
            inTime, pipeline.status().balanced(), pipeline.log().lastOffset());
    }

    private boolean drain() {
        long deadlineNs = clock.nowNs() + STEP_MS * NS_PER_MS;
        while (pipeline.status().stages().stream().anyMatch(MarketDataService::holdsEvents)) {
            if (clock.nowNs() > deadlineNs) {
                return false;
            }
            LockSupport.parkNanos(NS_PER_MS);
        }
        return true;
    }

    private static boolean holdsEvents(PipelineStatus.Stage stage) {
        return DRAINED.contains(stage.name()) && stage.inFlight() > 0;
    }

    /** Whether the feed's loop runs, or is yet to begin. */
    public boolean isFeeding() {
        RunningDuty loop = feeding;
        return loop == null ? !stopped : loop.isRunning();
    }
}
