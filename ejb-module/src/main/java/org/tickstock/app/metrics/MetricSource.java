package org.tickstock.app.metrics;

import java.util.stream.Stream;

/** A bean that knows figures; the list is asked for once, the figures at every scrape. */
public interface MetricSource {

    /** Every figure of this source. */
    Stream<Metric> metrics();
}
