package org.tickstock.app.emit;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Stands in for the timers of {@link WebSocketPublisher} and {@link Heartbeat} while they do not fire: an EJB timer
 * waits for a time of day, so that a clock which is put back by an hour silences it for that hour.
 *
 * <p>Thread: one scheduled task of {@code concurrent/tickstock-scheduled}, whose pauses no wall clock changes.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EmissionWatch {

    private static final Logger LOG = System.getLogger(EmissionWatch.class.getName());
    private static final long PAUSE_MS = 1_500;

    @Resource(lookup = "java:app/concurrent/tickstock-scheduled")
    private ManagedScheduledExecutorService scheduler;
    @Inject
    private WebSocketPublisher publisher;
    @Inject
    private Heartbeat heartbeat;

    private ScheduledFuture<?> looks;
    private long cyclesSeen;
    private boolean standsIn;

    @PostConstruct
    void start() {
        looks = scheduler.scheduleWithFixedDelay(this::look, PAUSE_MS, PAUSE_MS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        looks.cancel(false);
    }

    private void look() {
        try {
            EmissionReport report = publisher.report();
            boolean isSilent = report.cycles() + report.skipped() == cyclesSeen;
            if (isSilent) {
                publisher.runEmissionCycle();
                heartbeat.beat();
                report = publisher.report();
            }
            cyclesSeen = report.cycles() + report.skipped();
            tell(isSilent);
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "emission not watched", fault);
        }
    }

    private void tell(boolean isSilent) {
        if (isSilent != standsIn) {
            standsIn = isSilent;
            LOG.log(Level.WARNING, isSilent
                ? "emission timer is silent, a stand-in emits" : "emission timer fires again");
        }
    }
}
