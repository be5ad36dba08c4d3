package org.tickstock.app.state;

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
import java.time.LocalDate;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.tickstock.app.database.DatabaseState;
import org.tickstock.app.database.DatabaseUnavailableException;
import org.tickstock.app.feed.FeedSettings;
import org.tickstock.app.feed.FeedSettings.Provider;
import org.tickstock.app.history.HistoryStore;
import org.tickstock.app.universe.UniverseIndexHolder;
import org.tickstock.engine.Pipeline;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.SessionSpan;
import org.tickstock.engine.state.StateMoment;
import org.tickstock.engine.time.EpochClock;

/**
 * Refreshes the state of the market every ten seconds, by the minute bars that were written until then.
 *
 * <p>Thread: one scheduled task of {@code concurrent/tickstock-scheduled}, never beside itself.
 * <p>Errors: a round that fails is logged, the view stays what it was.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class MarketStateRefresh {

    private static final Logger LOG = System.getLogger(MarketStateRefresh.class.getName());
    private static final long INTERVAL_S = 10;
    private static final long NS_PER_MINUTE = 60_000_000_000L;

    @Resource(lookup = "java:app/concurrent/tickstock-scheduled")
    private ManagedScheduledExecutorService executor;
    @Inject
    private HistoryStore history;
    @Inject
    private MarketStateHolder holder;
    @Inject
    private UniverseIndexHolder universes;
    @Inject
    private DatabaseState database;
    @Inject
    private FeedSettings feed;
    @Inject
    private Pipeline pipeline;
    @Inject
    private EpochClock clock;

    private StateRounds rounds;
    private ScheduledFuture<?> task;

    @PostConstruct
    void start() {
        rounds = new StateRounds(history, feed.provider() == Provider.SYNTHETIC, this::moment, holder::swap);
        task = executor.scheduleWithFixedDelay(this::round, INTERVAL_S, INTERVAL_S, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        task.cancel(false);
    }

    private void round() {
        if (!database.isReady()) {
            return;
        }
        try {
            rounds.run(universes.current());
        } catch (DatabaseUnavailableException away) {
            LOG.log(Level.WARNING, "market state not refreshed why={0}", away.getMessage());
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "market state not refreshed", fault);
        }
    }

    /** A day forms while the feed's own clock is in it, up to the end of its regular session. */
    private StateMoment moment(LocalDate newest) {
        long nowNs = clock.nowNs();
        long feedNs = pipeline.feedTimeNs();
        int day = Math.toIntExact(newest.toEpochDay());
        SessionSpan span = feedNs == 0 ? null : pipeline.calendar().spanAt(feedNs);
        if (span == null || span.tradeDay() != day || span.session().compareTo(MarketSession.REGULAR) > 0) {
            return StateMoment.closed(nowNs);
        }
        if (span.session() != MarketSession.REGULAR) {
            return new StateMoment(nowNs, day, 0);
        }
        long minutes = (feedNs - span.startNs()) / NS_PER_MINUTE;
        return new StateMoment(nowNs, day, (double) minutes * NS_PER_MINUTE / (span.endNs() - span.startNs()));
    }
}
