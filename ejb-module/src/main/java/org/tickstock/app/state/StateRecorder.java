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
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.tickstock.app.bar.BarWriterSettings;
import org.tickstock.app.database.DatabaseState;
import org.tickstock.app.feed.FeedSettings;
import org.tickstock.app.feed.FeedSettings.Provider;
import org.tickstock.engine.Pipeline;
import org.tickstock.engine.market.SessionSpan;
import org.tickstock.engine.state.MarketStateView;
import org.tickstock.engine.state.StateMoment;

/**
 * Keeps the history of stages and of the market's conditions: every ten seconds what is new of them.
 *
 * <p>Thread: one scheduled task of {@code concurrent/tickstock-scheduled}, never beside itself.
 * <p>Errors: a round that fails is logged and comes again.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class StateRecorder {

    private static final Logger LOG = System.getLogger(StateRecorder.class.getName());
    private static final long INTERVAL_S = 10;
    private static final long NS_PER_S = 1_000_000_000L;
    private static final long S_PER_MINUTE = 60;
    private static final long S_PER_DAY = 86_400;

    @Resource(lookup = "java:app/concurrent/tickstock-scheduled")
    private ManagedScheduledExecutorService executor;
    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource dataSource;
    @Inject
    private MarketStateHolder holder;
    @Inject
    private DatabaseState database;
    @Inject
    private FeedSettings feed;
    @Inject
    private BarWriterSettings bars;
    @Inject
    private Pipeline pipeline;

    private RecordRounds rounds;
    private ScheduledFuture<?> task;

    @PostConstruct
    void start() {
        rounds = new RecordRounds(
            new StateTables(dataSource, feed.provider() == Provider.SYNTHETIC), bars.retentionDays());
        task = executor.scheduleWithFixedDelay(this::round, INTERVAL_S, INTERVAL_S, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        task.cancel(false);
    }

    private void round() {
        try {
            MarketStateView view = holder.current().orElse(null);
            if (view != null && view.tradeDay() != StateMoment.NO_DAY && database.isReady()) {
                rounds.run(view, marketTime(view));
            }
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "state history not written", fault);
        }
    }

    /** The minute that the feed is in; of a day that is over, the end of its regular session. */
    private Instant marketTime(MarketStateView view) {
        if (view.isForming()) {
            long seconds = pipeline.feedTimeNs() / NS_PER_S;
            return Instant.ofEpochSecond(seconds - seconds % S_PER_MINUTE);
        }
        SessionSpan session = pipeline.calendar().regularSpanOf(view.tradeDay());
        return session == null ? Instant.ofEpochSecond(view.tradeDay() * S_PER_DAY)
            : Instant.ofEpochSecond(session.endNs() / NS_PER_S);
    }
}
