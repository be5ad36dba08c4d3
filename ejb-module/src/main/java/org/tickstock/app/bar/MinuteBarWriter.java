package org.tickstock.app.bar;

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
import javax.sql.DataSource;
import org.tickstock.app.database.DatabaseState;
import org.tickstock.app.database.WriterTask;
import org.tickstock.app.feed.FeedSettings;
import org.tickstock.app.feed.FeedSettings.Provider;
import org.tickstock.engine.Pipeline;
import org.tickstock.engine.metrics.LatencyHistogram;
import org.tickstock.engine.time.EpochClock;

/**
 * Writes the lanes' minute bars, once a second where there are any, and what is still forming when the server stops.
 *
 * <p>Seed names: DatabaseSync, ohlcv_1min.
 * <p>Thread: one scheduled task of {@code concurrent/tickstock-journal}, never beside itself.
 * <p>Errors: told by {@link #status}.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class MinuteBarWriter {

    private static final Logger LOG = System.getLogger(MinuteBarWriter.class.getName());

    @Resource(lookup = "java:app/concurrent/tickstock-journal")
    private ManagedScheduledExecutorService executor;
    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource dataSource;
    @Inject
    private Pipeline pipeline;
    @Inject
    private BarLanes lanes;
    @Inject
    private BarWriterSettings settings;
    @Inject
    private FeedSettings feed;
    @Inject
    private DatabaseState database;
    @Inject
    private EpochClock clock;

    private BarRounds rounds;
    private WriterTask task;

    @PostConstruct
    void start() {
        Provider provider = feed.provider();
        BarRun run = new BarRun(pipeline.log().epoch(), provider.wireName(), provider == Provider.SYNTHETIC, 0, 0);
        BarTables tables = new BarTables(dataSource,
            new BarPartitions(settings.retentionDays(), settings.rollUpRetentionDays()));
        rounds = new BarRounds(lanes.all(), tables, pipeline.symbols()::tickerOf, run, settings.pendingMax(),
            clock);
        task = new WriterTask(LOG, "round of minute bars", () -> rounds.run(database.reason()),
            () -> rounds.status().written(), clock);
        task.start(executor, settings.intervalMs());
    }

    /** Whoever stopped the lanes before this lets the minutes that were forming be written as they stand. */
    @PreDestroy
    void stop() {
        task.stop();
        rounds.finish(database.reason());
        BarStatus last = rounds.status();
        LOG.log(Level.INFO, "minute bars stopped written={0,number,#} lost={1,number,#}", last.written(), last.lost());
    }

    /** How the writing stands. */
    public BarStatus status() {
        return rounds.status();
    }

    /** How long every round that wrote bars took. */
    public LatencyHistogram writeDurations() {
        return task.durations();
    }

    /** This run as it stands, null before its first print. */
    public BarRun run() {
        return rounds.run();
    }

    /** Every minute that begins before this is in the database as it was last told. */
    public long oldestWaitingNs() {
        return rounds.oldestWaitingNs();
    }
}
