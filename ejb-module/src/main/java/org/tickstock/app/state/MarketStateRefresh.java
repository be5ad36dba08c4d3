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
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tickstock.app.bar.BarLanes;
import org.tickstock.app.database.DatabaseState;
import org.tickstock.app.database.DatabaseUnavailableException;
import org.tickstock.app.feed.FeedSettings;
import org.tickstock.app.feed.FeedSettings.Provider;
import org.tickstock.app.history.HistoryStore;
import org.tickstock.app.universe.UniverseIndexHolder;
import org.tickstock.engine.Pipeline;
import org.tickstock.engine.bar.DayBar;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.SessionSpan;
import org.tickstock.engine.state.StateMoment;
import org.tickstock.engine.time.EpochClock;

/**
 * Refreshes the state of the market every second by what the lanes have heard, every ten by what is stored.
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
    private static final int STORED_EVERY = 10;
    private static final long LANE_MS = 500;
    private static final long NS_PER_MINUTE = 60_000_000_000L;

    @Resource(lookup = "java:app/concurrent/tickstock-scheduled")
    private ManagedScheduledExecutorService executor;
    @Inject
    private HistoryStore history;
    @Inject
    private BarLanes bars;
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
    private final Queue<Future<List<DayBar>>> asked = new ArrayDeque<>();
    private long round;
    private ScheduledFuture<?> task;

    @PostConstruct
    void start() {
        rounds = new StateRounds(history, pipeline.symbols()::tickerOf, feed.provider() == Provider.SYNTHETIC,
            holder::swap);
        task = executor.scheduleWithFixedDelay(this::round, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        task.cancel(false);
    }

    private void round() {
        try {
            if (round++ % STORED_EVERY == 0 && database.isReady()) {
                rounds.readStored();
            }
            takeHeard();
            rounds.refresh(universes.current(), moment(rounds.newestDay()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException busy) {
            LOG.log(Level.DEBUG, "a lane did not tell its days", busy);
        } catch (DatabaseUnavailableException away) {
            LOG.log(Level.WARNING, "market state not refreshed why={0}", away.getMessage());
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "market state not refreshed", fault);
        }
    }

    /** A lane tells what changed once: its answer is waited for until it comes, in the next round if need be. */
    private void takeHeard() throws InterruptedException, ExecutionException, TimeoutException {
        if (asked.isEmpty()) {
            asked.addAll(bars.changedDays());
        }
        while (!asked.isEmpty()) {
            List<DayBar> days = asked.peek().get(LANE_MS, TimeUnit.MILLISECONDS);
            asked.remove();
            rounds.takeHeard(days, this::hasHeardWhole);
        }
    }

    /** Whether this run was there when the day's regular session began. */
    private boolean hasHeardWhole(int day) {
        long fromNs = bars.heardFromNs();
        SessionSpan first = fromNs == Long.MAX_VALUE ? null : pipeline.calendar().spanAt(fromNs);
        return first != null
            && (first.tradeDay() < day || first.tradeDay() == day && first.session() == MarketSession.PRE);
    }

    /** A day forms while the feed's own clock is in it, up to the end of its regular session. */
    private StateMoment moment(int day) {
        long nowNs = clock.nowNs();
        long feedNs = pipeline.feedTimeNs();
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
