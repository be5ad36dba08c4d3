package org.tickstock.bench;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.tickstock.bench.tape.BenchTape;

/**
 * All four rules over an hour's tape: ours against plain Java. One operation is the whole tape.
 *
 * <p>Before a fork measures, the other detection runs over the tape: the event counts of every run must be the same.
 * <p>Units: milliseconds per tape; ticks per second are {@code trades} by that.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 3, jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5)
@Measurement(iterations = 8)
public class DetectionBenchmark {

    private static final long SEED = 42;
    private static final int LANES = 2;

    /** Trades on the tape. */
    @Param("10000000")
    public int trades;

    /** Symbols on the tape. */
    @Param({"4000", "10000"})
    public int symbols;

    private BenchTape tape;
    private ExecutorService threads;
    private EventTally expected;

    /** Makes the tape, and has the other detection say what is on it: while this runs, nothing is measured yet. */
    @Setup(Level.Trial)
    public void makeTape(BenchmarkParams benchmark) {
        tape = BenchTape.of(trades, symbols, SEED);
        threads = Executors.newFixedThreadPool(LANES);
        expected = benchmark.getBenchmark().endsWith("plainJava") ? DetectionRuns.rules(tape)
                : DetectionRuns.plain(tape);
        if (!expected.isRich()) {
            throw new IllegalStateException("a tape must raise every type of event, was " + expected);
        }
    }

    /** Lets the lanes' threads go. */
    @TearDown(Level.Trial)
    public void stopThreads() {
        threads.shutdownNow();
    }

    /** Our rules alone: a filled slot goes in, events come out. */
    @Benchmark
    public EventTally rules() {
        return agreed(DetectionRuns.rules(tape));
    }

    /** Our rules as deployed: through the door's checks and the lane's ring, all on one thread. */
    @Benchmark
    public EventTally oneLane() {
        return agreed(DetectionRuns.lane(tape, 0, 1));
    }

    /** One lane that records every tick on its way, to answer why not: the product's default. */
    @Benchmark
    public EventTally recorded() {
        return agreed(DetectionRuns.recordedLane(tape));
    }

    /** The same as one lane on two threads, each with half the symbols. */
    @Benchmark
    public EventTally twoLanes() throws InterruptedException, ExecutionException {
        Future<EventTally> first = threads.submit(() -> DetectionRuns.lane(tape, 0, LANES));
        Future<EventTally> second = threads.submit(() -> DetectionRuns.lane(tape, 1, LANES));
        return agreed(first.get().plus(second.get()));
    }

    /** The baseline. */
    @Benchmark
    public EventTally plainJava() {
        return agreed(DetectionRuns.plain(tape));
    }

    private EventTally agreed(EventTally found) {
        found.requireSame(expected);
        return found;
    }
}
