package org.tickstock.app.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.tickstock.app.feed.PipelineStarted;

/**
 * Hands every figure to the server's MicroProfile Metrics; the only bean that touches that, absent where it is.
 *
 * <p>Thread: once at the start.
 */
@ApplicationScoped
public class MicroProfileExporter {

    @Inject
    private MetricRegistry registry;
    @Inject
    private Metrics metrics;

    void export(@Observes PipelineStarted started) {
        metrics.all().forEach(this::register);
    }

    private void register(Metric metric) {
        Tag[] tags = metric.labels().entrySet().stream()
            .map(label -> new Tag(label.getKey(), label.getValue())).toArray(Tag[]::new);
        registry.gauge(Metadata.builder().withName(metric.name()).withDescription(metric.help()).build(),
            () -> metric.value().getAsDouble(), tags);
    }
}
