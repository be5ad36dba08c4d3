package org.tickstock.app.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Stream;
import org.tickstock.app.database.DatabaseState;
import org.tickstock.app.journal.JournalWriter;

/**
 * The database, and how events reach it.
 *
 * <p>Thread: any.
 */
@ApplicationScoped
public class JournalMetrics implements MetricSource {

    @Inject
    private DatabaseState database;
    /** Asked for when a scrape comes: session beans do not exist yet when the figures are listed. */
    @Inject
    private Instance<JournalWriter> journal;

    @Override
    public Stream<Metric> metrics() {
        return Stream.concat(
            Stream.of(
                Metric.flag("tickstock_database_up", "1 when the database can be used", Map.of(), database::isReady),
                Metric.of("tickstock_journal_durable_offset", "the log up to here is in the database",
                    () -> journal.get().status().durableOffset()),
                Metric.of("tickstock_journal_lag", "events that are not in the database yet",
                    () -> journal.get().status().lag()),
                Metric.of("tickstock_journal_written", "events written since the start",
                    () -> journal.get().status().written()),
                Metric.of("tickstock_journal_lost", "events neither memory nor the spill file could hold",
                    () -> journal.get().status().lost()),
                Metric.of("tickstock_journal_spilled_bytes", "bytes of the spill file that wait for the database",
                    () -> journal.get().status().spilledBytes()),
                Metric.flag("tickstock_journal_healthy", "1 when events reach the database as they should", Map.of(),
                    () -> journal.get().status().isHealthy())),
            HistogramMetrics.of("tickstock_journal_write_duration_seconds", "how long rounds that wrote events took",
                () -> journal.get().writeDurations()));
    }
}
