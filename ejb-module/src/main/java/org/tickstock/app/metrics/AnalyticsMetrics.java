package org.tickstock.app.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.tickstock.app.analytics.AnalyticsSync;
import org.tickstock.app.analytics.MarketAnalytics;

/**
 * How counts and gauges reach the database.
 *
 * <p>Thread: any.
 */
@ApplicationScoped
public class AnalyticsMetrics implements MetricSource {

    @Inject
    private MarketAnalytics analytics;
    /** Asked for when a scrape comes: session beans do not exist yet when the figures are listed. */
    @Inject
    private Instance<AnalyticsSync> sync;

    @Override
    public Stream<Metric> metrics() {
        return Stream.of(
            Metric.of("tickstock_analytics_changes", "how often a symbol's count of highs or lows changed",
                () -> sync.get().status().changes()),
            Metric.of("tickstock_analytics_rows_written", "rows of counts written for them",
                () -> sync.get().status().rowsWritten()),
            Metric.of("tickstock_analytics_changes_per_row", "how many changes one written row stood for",
                () -> sync.get().status().changesPerRow()),
            Metric.of("tickstock_analytics_changes_per_statement", "how many changes one statement wrote",
                () -> sync.get().status().changesPerStatement()),
            Metric.of("tickstock_analytics_windows_written", "the market's windows of ten seconds written",
                () -> sync.get().status().readingsWritten()),
            Metric.of("tickstock_analytics_windows_dropped", "windows for which the database was away too long",
                analytics::dropped));
    }
}
