package org.tickstock.app.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tickstock.app.emit.SubscriberRegistry;
import org.tickstock.app.emit.UserSubscriber;
import org.tickstock.app.emit.WebSocketPublisher;

/**
 * How long emission takes and to whom it goes.
 *
 * <p>Thread: any.
 */
@ApplicationScoped
public class EmissionMetrics implements MetricSource {

    private static final List<Double> QUANTILES = List.of(0.5, 0.99, 1.0);
    private static final double NS_PER_S = 1e9;

    /** Asked for when a scrape comes: session beans do not exist yet when the figures are listed. */
    @Inject
    private Instance<WebSocketPublisher> publisher;
    @Inject
    private SubscriberRegistry subscribers;

    @Override
    public Stream<Metric> metrics() {
        return Stream.of(
            Stream.of(
                Metric.of("tickstock_subscribers", "open WebSocket connections", () -> subscribers.all().size()),
                Metric.of("tickstock_users", "users with an open connection",
                    () -> subscribers.all().stream().mapToLong(UserSubscriber::userId).distinct().count()),
                Metric.of("tickstock_connections_opened", "connections opened since the start", subscribers::opened),
                Metric.of("tickstock_emission_cycle_seconds", "how long the last cycle took",
                    () -> publisher.get().report().tookNs() / NS_PER_S),
                Metric.of("tickstock_emission_cycles", "cycles since the start",
                    () -> publisher.get().report().cycles()),
                Metric.of("tickstock_emission_cycles_skipped",
                    "seconds without a cycle since the start, because the one before was at work",
                    () -> publisher.get().report().skipped()),
                Metric.of("tickstock_emission_cycles_failed", "cycles that ended with a fault since the start",
                    () -> publisher.get().report().failed())),
            QUANTILES.stream().map(share -> new Metric("tickstock_emission_cycle_quantile_seconds",
                "within which this share of the last 300 cycles that sent something ended",
                Map.of("quantile", share.toString()), () -> publisher.get().cycleQuantileNs(share) / NS_PER_S)),
            HistogramMetrics.of("tickstock_emission_cycle_duration_seconds", "how long cycles that sent something took",
                () -> publisher.get().cycleDurations()))
            .flatMap(each -> each);
    }
}
