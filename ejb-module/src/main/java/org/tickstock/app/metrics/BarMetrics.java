package org.tickstock.app.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.tickstock.app.bar.MinuteBarWriter;

/**
 * How minute bars reach the database.
 *
 * <p>Thread: any.
 */
@ApplicationScoped
public class BarMetrics implements MetricSource {

    /** Asked for when a scrape comes: session beans do not exist yet when the figures are listed. */
    @Inject
    private Instance<MinuteBarWriter> bars;

    @Override
    public Stream<Metric> metrics() {
        return Stream.concat(
            Stream.of(
                Metric.of("tickstock_bars_written", "minute bars written since the start",
                    () -> bars.get().status().written()),
                Metric.of("tickstock_bars_revised", "those of them that changed after they were closed",
                    () -> bars.get().status().revised()),
                Metric.of("tickstock_bars_round_rows", "minute bars in the last round that wrote any",
                    () -> bars.get().status().lastRound()),
                Metric.of("tickstock_bars_pending", "minute bars that wait for the database",
                    () -> bars.get().status().pending()),
                Metric.of("tickstock_bars_lost", "minute bars for which there was no room to wait",
                    () -> bars.get().status().lost()),
                Metric.of("tickstock_bars_refused", "minute bars that broke the rules of their table",
                    () -> bars.get().status().refused())),
            HistogramMetrics.of("tickstock_bars_write_duration_seconds", "how long rounds that wrote minute bars took",
                () -> bars.get().writeDurations()));
    }
}
