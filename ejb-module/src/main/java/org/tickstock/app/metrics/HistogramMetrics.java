package org.tickstock.app.metrics;

import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tickstock.engine.metrics.LatencyHistogram;

/**
 * A histogram as the figures that Prometheus' {@code histogram_quantile} reads.
 *
 * <p>Written as single figures since MicroProfile Metrics' own histograms take no buckets from the application, and
 * whole numbers only.
 * <p>Thread: stateless.
 */
final class HistogramMetrics {

    private static final double NS_PER_S = 1e9;
    private static final String BOUND = "le";

    private HistogramMetrics() {
    }

    /** The buckets, their sum and their count of {@code name}, which ends with {@code _seconds}. */
    static Stream<Metric> of(String name, String help, Supplier<LatencyHistogram> histogram) {
        Stream<Metric> buckets = IntStream.range(0, LatencyHistogram.BOUNDS_NS.size()).mapToObj(bound ->
            bucket(name, help, Double.toString(LatencyHistogram.BOUNDS_NS.get(bound) / NS_PER_S),
                () -> histogram.get().countUpTo(bound)));
        return Stream.of(
            buckets,
            Stream.of(
                bucket(name, help, "+Inf", () -> histogram.get().count()),
                Metric.of(name + "_sum", help, () -> histogram.get().sumNs() / NS_PER_S),
                Metric.of(name + "_count", help, () -> histogram.get().count())))
            .flatMap(each -> each);
    }

    private static Metric bucket(String name, String help, String bound, DoubleSupplier count) {
        return new Metric(name + "_bucket", help, Map.of(BOUND, bound), count);
    }
}
