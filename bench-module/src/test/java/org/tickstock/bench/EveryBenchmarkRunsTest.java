package org.tickstock.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark runs to its end, its own comparisons of results included; the figures mean nothing here. */
class EveryBenchmarkRunsTest {

    private static final int BENCHMARKS = 27;

    @Test
    void runsOnceEach() throws RunnerException {
        // nothing is measured here: another JMH on this machine is no hindrance
        System.setProperty("jmh.ignoreLock", "true");
        Options options = new OptionsBuilder()
                .include("org\\.tickstock\\.bench\\..*")
                .param("trades", "100000")
                .param("symbols", "50")
                .param("selections", "10")
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(10))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();

        Collection<RunResult> results = new Runner(options).run();

        // conversion has two types of events
        assertThat(results).hasSize(BENCHMARKS);
        assertThat(results).allMatch(result -> result.getPrimaryResult().getScore() > 0);
    }
}
