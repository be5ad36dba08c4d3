package org.tickstock.app.analytics;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.tickstock.app.database.DatabaseState;
import org.tickstock.app.feed.FeedSettings;
import org.tickstock.app.feed.FeedSettings.Provider;
import org.tickstock.engine.Pipeline;
import org.tickstock.engine.time.EpochClock;

/**
 * Writes every ten seconds what changed of counts and gauges, and once more when the server stops.
 *
 * <p>Seed names: DatabaseSync, SessionAccumulationManager.
 * <p>Thread: one scheduled task of {@code concurrent/tickstock-scheduled}, never beside itself.
 * <p>Errors: a round that fails is logged once and comes again; nothing is forgotten before it is committed.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class AnalyticsSync {

    private static final Logger LOG = System.getLogger(AnalyticsSync.class.getName());
    private static final long INTERVAL_S = 10;

    @Resource(lookup = "java:app/concurrent/tickstock-scheduled")
    private ManagedScheduledExecutorService executor;
    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource dataSource;
    @Inject
    private Pipeline pipeline;
    @Inject
    private MarketAnalytics analytics;
    @Inject
    private FeedSettings feed;
    @Inject
    private DatabaseState database;
    @Inject
    private EpochClock clock;

    private SyncRounds rounds;
    private ScheduledFuture<?> task;

    @PostConstruct
    void start() {
        boolean isLive = feed.provider() == Provider.MASSIVE;
        AnalyticsTables tables = new AnalyticsTables(dataSource, pipeline.symbols(), pipeline.calendar(),
            feed.provider().wireName(), pipeline.log().epoch(), !isLive);
        rounds = new SyncRounds(tables, pipeline.counts(), analytics,
            isLive ? pipeline.calendar().spanAt(clock.nowNs()).tradeDay() : SyncRounds.NOTHING_BEFORE);
        task = executor.scheduleWithFixedDelay(this::round, INTERVAL_S, INTERVAL_S, TimeUnit.SECONDS);
    }

    /** Whoever stopped the collector before this lets the last counts be written. */
    @PreDestroy
    void stop() {
        task.cancel(false);
        round();
    }

    /** How the writing stands. */
    public SyncStatus status() {
        return rounds.status();
    }

    private void round() {
        try {
            rounds.run(database.reason());
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "round of analytics failed", fault);
        }
    }
}
