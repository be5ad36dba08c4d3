package org.tickstock.app.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/**
 * Every figure there is.
 *
 * <p>Thread: any.
 */
@ApplicationScoped
public class Metrics {

    @Inject
    @Any
    private Instance<MetricSource> sources;

    /** All figures, those of one name together. */
    public List<Metric> all() {
        return sources.stream().flatMap(MetricSource::metrics).sorted(Comparator.comparing(Metric::name)).toList();
    }
}
