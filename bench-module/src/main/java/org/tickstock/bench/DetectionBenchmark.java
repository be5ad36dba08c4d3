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
import org.tickstock.bench.tape.BenchTape;

/**
 * All four rules over an hour's tape: ours against plain Java. One operation is the whole tape.
 *
 * <p>When a fork ends, the other detection runs once more over the tape: their event counts must agree.
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
    private EventTally ours;
    private EventTally plain;

    /** Makes the tape. */
    @Setup(Level.Trial)
    public void makeTape() {
        tape = BenchTape.of(trades, symbols, SEED);
        threads = Executors.newFixedThreadPool(LANES);
    }

    /** Holds the two detections against each other. */
    @TearDown(Level.Trial)
    public void compareCounts() {
        threads.shutdownNow();
        EventTally expected = plain == null ? DetectionRuns.plain(tape) : plain;
        EventTally actual = ours == null ? DetectionRuns.rules(tape) : ours;
        actual.requireSame(expected);
        if (!actual.isRich()) {
            throw new IllegalStateException("a tape must raise every type of event, was " + actual);
        }
    }

    /** Our rules alone: a filled slot goes in, events come out. */
    @Benchmark
    public EventTally rules() {
        ours = DetectionRuns.rules(tape);
        return ours;
    }

    /** Our rules as deployed: through the door's checks and the lane's ring, all on one thread. */
    @Benchmark
    public EventTally oneLane() {
        ours = DetectionRuns.lane(tape, 0, 1);
        return ours;
    }

    /** The same on two threads, each with half the symbols. */
    @Benchmark
    public EventTally twoLanes() throws InterruptedException, ExecutionException {
        Future<EventTally> first = threads.submit(() -> DetectionRuns.lane(tape, 0, LANES));
        Future<EventTally> second = threads.submit(() -> DetectionRuns.lane(tape, 1, LANES));
        ours = first.get().plus(second.get());
        return ours;
    }

    /** The baseline. */
    @Benchmark
    public EventTally plainJava() {
        plain = DetectionRuns.plain(tape);
        return plain;
    }
}
