package org.tickstock.bench.load;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * The processor time of a server: of a process and what it started.
 *
 * <p>Thread: any.
 * <p>Errors: 0 for a process that is gone or not ours to look at.
 */
final class ServerProcess {

    private final ProcessHandle process;

    ServerProcess(long pid) {
        process = ProcessHandle.of(pid).orElseThrow(
                () -> new IllegalArgumentException("--pid must be a running process, was " + pid));
    }

    /** Seconds so far. */
    double cpuSeconds() {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToDouble(used -> used.toNanos() / 1e9).sum();
    }
}
