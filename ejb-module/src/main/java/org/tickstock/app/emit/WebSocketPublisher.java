package org.tickstock.app.emit;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.tickstock.app.journal.EventJournal;
import org.tickstock.app.universe.UniverseIndexHolder;
import org.tickstock.engine.Pipeline;
import org.tickstock.engine.emit.EmissionResult;
import org.tickstock.engine.event.ControlEvent;
import org.tickstock.engine.metrics.LatencyHistogram;
import org.tickstock.engine.time.EpochClock;

/**
 * Pulls from the log once a second and sends every connection its frame; tells everyone when a market session begins.
 *
 * <p>Thread: an EJB timer; never two cycles at a time: one that is still at work when the next is due makes it skip.
 * Session announcements come from a worker.
 * <p>Errors: a cycle that fails is logged and counted, and the next one goes on.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WebSocketPublisher {

    private static final Logger LOG = System.getLogger(WebSocketPublisher.class.getName());

    @Inject
    private Pipeline pipeline;
    @Inject
    private SubscriberRegistry registry;
    @Inject
    private UniverseIndexHolder universes;
    @Inject
    private CurrentSession session;
    @Inject
    private StatusFrames frames;
    @Inject
    private EventJournal journal;
    @Inject
    private EpochClock clock;

    private final ReentrantLock cycle = new ReentrantLock();
    private final AtomicLong skipped = new AtomicLong();
    private final CycleTimes times = new CycleTimes();
    private final LatencyHistogram durations = new LatencyHistogram();
    private volatile EmissionReport report = EmissionReport.NONE;

    @PostConstruct
    void listen() {
        pipeline.onControl(this::announce);
        pipeline.emissionCycle().readBackFrom(journal);
    }

    /** One cycle. */
    @Schedule(second = "*", minute = "*", hour = "*", persistent = false)
    public void runEmissionCycle() {
        if (!cycle.tryLock()) {
            skipped.incrementAndGet();
            return;
        }
        try {
            emit();
        } finally {
            cycle.unlock();
        }
    }

    /** What the cycles did so far. */
    public EmissionReport report() {
        return report.withSkipped(skipped.get());
    }

    /** Within how many nanoseconds this share of the last five minutes' cycles that sent something ended. */
    public long cycleQuantileNs(double share) {
        return times.quantileNs(share);
    }

    /** How long every cycle that sent something took. */
    public LatencyHistogram cycleDurations() {
        return durations;
    }

    private void emit() {
        long startNs = clock.nowNs();
        try {
            EmissionResult result = pipeline.emissionCycle()
                .distribute(registry.all(), universes.current(), session.now());
            long endNs = clock.nowNs();
            report = report.ran(result, endNs, endNs - startNs);
            if (result.frames() > 0) {
                times.add(endNs - startNs);
                durations.record(endNs - startNs);
            }
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "emission cycle failed", fault);
            long endNs = clock.nowNs();
            report = report.failed(endNs, endNs - startNs);
        }
    }

    private void announce(ControlEvent event) {
        LOG.log(Level.INFO, "market session began session={0} before={1}", event.to(), event.from());
        registry.sendToAll(frames.sessionReset(event));
        registry.sendToAll(frames.statusUpdate());
    }
}
