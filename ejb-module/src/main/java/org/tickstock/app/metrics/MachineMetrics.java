package org.tickstock.app.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * The virtual machine and its process, under the same names on every server.
 *
 * <p>Thread: any.
 */
@ApplicationScoped
public class MachineMetrics implements MetricSource {

    private static final double MS_PER_S = 1e3;
    private static final double NS_PER_S = 1e9;

    @Override
    public Stream<Metric> metrics() {
        ProcessHandle process = ProcessHandle.current();
        return Stream.of(
            Metric.of("tickstock_process_cpu_seconds", "processor time since the start",
                () -> process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / NS_PER_S),
            Metric.of("tickstock_process_uptime_seconds", "time since the start",
                () -> ManagementFactory.getRuntimeMXBean().getUptime() / MS_PER_S),
            Metric.of("tickstock_jvm_heap_used_bytes", "heap in use",
                () -> ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()),
            Metric.of("tickstock_jvm_heap_max_bytes", "the most the heap may grow to",
                () -> ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getMax()),
            Metric.of("tickstock_jvm_threads", "live threads",
                () -> ManagementFactory.getThreadMXBean().getThreadCount()),
            Metric.of("tickstock_jvm_gc_collections", "garbage collections since the start",
                () -> collectors().mapToLong(GarbageCollectorMXBean::getCollectionCount).sum()),
            Metric.of("tickstock_jvm_gc_seconds", "time in garbage collections since the start",
                () -> collectors().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum() / MS_PER_S));
    }

    private static Stream<GarbageCollectorMXBean> collectors() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream();
    }
}
