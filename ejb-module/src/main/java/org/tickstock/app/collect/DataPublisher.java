package org.tickstock.app.collect;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.tickstock.engine.Pipeline;

/**
 * Collects display events into the log, several times a second; everyone else pulls.
 *
 * <p>Thread: one scheduled task of {@code concurrent/tickstock-scheduled} writes, serialised on itself; any reads.
 * <p>Errors: a round that fails is logged, and the next one goes on.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DataPublisher {

    private static final Logger LOG = System.getLogger(DataPublisher.class.getName());

    @Resource(lookup = "java:app/concurrent/tickstock-scheduled")
    private ManagedScheduledExecutorService scheduler;
    @Inject
    private Pipeline pipeline;
    @Inject
    private CollectSettings settings;

    private ScheduledFuture<?> rounds;

    /** Starts the rounds. */
    public synchronized void start() {
        rounds = scheduler.scheduleWithFixedDelay(
            this::collect, settings.intervalMs(), settings.intervalMs(), TimeUnit.MILLISECONDS);
    }

    /** Ends the rounds after a last one. */
    public synchronized void stop() {
        if (rounds != null) {
            rounds.cancel(false);
            collect();
        }
    }

    private synchronized void collect() {
        try {
            pipeline.collect();
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "events not collected", fault);
        }
    }
}
