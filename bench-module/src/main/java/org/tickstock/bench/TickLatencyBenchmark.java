package org.tickstock.bench;

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
import org.openjdk.jmh.annotations.Warmup;
import org.tickstock.bench.baseline.PlainDetection;
import org.tickstock.bench.tape.BenchTape;
import org.tickstock.engine.detect.OpenDetector;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.Tick;

/**
 * One tick through the rules, by percentile: ours against plain Java.
 *
 * <p>The figures hold the two readings of the clock around each tick. At its end the tape begins anew, with nothing
 * known; that costs the one tick it happens at, far beyond the 99.9th percentile.
 * <p>Units: nanoseconds.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 3, jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
public class TickLatencyBenchmark {

    private static final long SEED = 42;

    /** Trades on the tape. */
    @Param("4000000")
    public int trades;

    /** Symbols on the tape. */
    @Param("4000")
    public int symbols;

    private final Tick tick = new Tick();
    private BenchTape tape;
    private OpenDetector detector;
    private PlainDetection detection;
    private EventTally tally;
    private int next;

    /** Makes the tape. */
    @Setup(Level.Trial)
    public void makeTape() {
        tape = BenchTape.of(trades, symbols, SEED);
        begin();
    }

    /** The next tick through our rules. */
    @Benchmark
    public EventTally rules() {
        if (next == trades) {
            begin();
        }
        detector.onTick(tape.fill(tick, next++));
        return tally;
    }

    /** The next tick through the baseline. */
    @Benchmark
    public EventTally plainJava() {
        if (next == trades) {
            begin();
        }
        detection.onTrade(DetectionRuns.plainTrade(tape, next++));
        return tally;
    }

    private void begin() {
        next = 0;
        EventTally fresh = new EventTally();
        tally = fresh;
        detector = new OpenDetector(tape.tickers(), fresh);
        detection = new PlainDetection(new NewYorkCalendar(), event -> fresh.add(event.type()));
    }
}
