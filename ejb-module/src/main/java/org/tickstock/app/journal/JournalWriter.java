package org.tickstock.app.journal;

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
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import javax.sql.DataSource;
import org.tickstock.app.database.DatabaseState;
import org.tickstock.app.database.WriterTask;
import org.tickstock.engine.collect.EventLog;
import org.tickstock.engine.metrics.LatencyHistogram;
import org.tickstock.engine.time.EpochClock;

/**
 * Writes the log into the journal, several times a second, and the rest of it when the server stops.
 *
 * <p>Thread: one scheduled task of {@code concurrent/tickstock-journal}, never beside itself.
 * <p>Errors: a spill file that cannot be opened ends the start; everything later is told by {@link #status}.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class JournalWriter {

    private static final Logger LOG = System.getLogger(JournalWriter.class.getName());

    @Resource(lookup = "java:app/concurrent/tickstock-journal")
    private ManagedScheduledExecutorService executor;
    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource dataSource;
    @Inject
    private EventLog log;
    @Inject
    private DatabaseState database;
    @Inject
    private JournalSettings settings;
    @Inject
    private EpochClock clock;

    private SpillFile spill;
    private JournalRounds rounds;
    private WriterTask task;

    @PostConstruct
    void start() {
        try {
            spill = SpillFile.open(settings.spillFile(), settings.spillMaxBytes());
        } catch (IOException unusable) {
            throw new IllegalStateException("tickstock.data-dir must be a folder that this server alone writes, was "
                + settings.spillFile().getParent(), unusable);
        }
        if (!spill.isEmpty()) {
            LOG.log(Level.INFO, "an earlier run left events file={0} bytes={1,number,#}",
                settings.spillFile(), spill.waitingBytes());
        }
        JournalTables tables = new JournalTables(dataSource, new JournalPartitions(settings.retentionDays()), clock);
        rounds = new JournalRounds(log, tables, spill, settings.groupSize());
        task = new WriterTask(LOG, "journal round", () -> rounds.run(database.reason()),
            () -> rounds.status().written(), clock);
        task.start(executor, settings.intervalMs());
    }

    /** Whoever stopped the collector before this lets everything that was collected be journalled. */
    @PreDestroy
    void stop() {
        task.stop();
        rounds.finish(database.reason());
        try {
            spill.close();
        } catch (IOException broken) {
            LOG.log(Level.WARNING, "spill file not closed", broken);
        }
        JournalStatus last = rounds.status();
        LOG.log(Level.INFO, "journal stopped durableOffset={0,number,#} spilledBytes={1,number,#} lost={2,number,#}",
            last.durableOffset(), last.spilledBytes(), last.lost());
    }

    /** How the journal stands. */
    public JournalStatus status() {
        return rounds.status();
    }

    /** Whether what earlier runs of the server had spilled is in the database. */
    public boolean earlierRunsAreIn() {
        return rounds.earlierRunsAreIn();
    }

    /** How long every round that wrote events took. */
    public LatencyHistogram writeDurations() {
        return task.durations();
    }
}
