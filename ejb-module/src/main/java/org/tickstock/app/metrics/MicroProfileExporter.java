package org.tickstock.app.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

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

    private boolean done;

    synchronized void export(@Observes @Initialized(ApplicationScoped.class) Object started) {
        // Both modules tell of their start.
        if (!done) {
            done = true;
            metrics.all().forEach(this::register);
        }
    }

    private void register(Metric metric) {
        Tag[] tags = metric.labels().entrySet().stream()
            .map(label -> new Tag(label.getKey(), label.getValue())).toArray(Tag[]::new);
        registry.gauge(Metadata.builder().withName(metric.name()).withDescription(metric.help()).build(),
            () -> metric.value().getAsDouble(), tags);
    }
}
