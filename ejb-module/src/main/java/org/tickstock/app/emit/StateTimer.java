package org.tickstock.app.emit;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.tickstock.app.state.MarketStateHolder;
import org.tickstock.engine.time.EpochClock;

/**
 * Sends what changed of the state of the market each second, in the middle between two emission cycles, which begin
 * with the second: events find the line free.
 *
 * <p>Thread: one scheduled task of {@code concurrent/tickstock-scheduled}, never beside itself.
 * <p>Errors: a round that fails is logged, and the next one goes on.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class StateTimer {

    private static final Logger LOG = System.getLogger(StateTimer.class.getName());
    private static final long MS_PER_S = 1_000;
    private static final long NS_PER_MS = 1_000_000;

    @Resource(lookup = "java:app/concurrent/tickstock-scheduled")
    private ManagedScheduledExecutorService executor;
    @Inject
    private MarketStateHolder holder;
    @Inject
    private SubscriberRegistry registry;
    @Inject
    private EpochClock clock;

    private final StateRound round = new StateRound();
    private ScheduledFuture<?> task;

    @PostConstruct
    void start() {
        long intoSecondMs = clock.nowNs() / NS_PER_MS % MS_PER_S;
        task = executor.scheduleAtFixedRate(
            this::look, MS_PER_S + MS_PER_S / 2 - intoSecondMs, MS_PER_S, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        task.cancel(false);
    }

    private void look() {
        try {
            holder.current().ifPresent(view -> round.run(view, registry.all()));
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "market state not sent", fault);
        }
    }
}
