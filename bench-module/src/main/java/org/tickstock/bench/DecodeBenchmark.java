package org.tickstock.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tickstock.app.feed.OpenDecoder;
import org.tickstock.bench.tape.BenchTape;
import org.tickstock.engine.market.SymbolTable;

/**
 * The vendor's JSON made ticks: our decoder against Jackson's streaming parser and Jackson's tree.
 *
 * <p>Units: nanoseconds per trade.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 3, jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
public class DecodeBenchmark {

    private static final int FRAMES = 64;
    private static final int TRADES = 100;
    private static final int SYMBOLS = 4_000;
    private static final long SEED = 42;

    private final ObjectMapper mapper = new ObjectMapper();
    private final JsonFactory factory = new JsonFactory();
    private char[][] frames;
    private OpenDecoder decoder;
    private JacksonTrades jackson;
    private int next;

    /** Writes the frames, and holds the three ways against each other. */
    @Setup(Level.Trial)
    public void write() throws IOException {
        BenchTape tape = BenchTape.of(FRAMES * TRADES, SYMBOLS, SEED);
        frames = VendorFrames.of(tape, FRAMES, TRADES);
        SymbolTable symbols = SymbolTable.of(tape.tickers());
        decoder = new OpenDecoder(symbols);
        jackson = new JacksonTrades(symbols);
        for (int frame = 0; frame < FRAMES; frame++) {
            next = frame;
            long ours = massiveDecoder();
            next = frame;
            long streamed = jacksonStreaming();
            next = frame;
            long tree = jacksonTree();
            if (ours != streamed || ours != tree) {
                throw new IllegalStateException("ticks must agree, was " + ours + ", " + streamed + ", " + tree);
            }
        }
    }

    /** Ours. */
    @Benchmark
    @OperationsPerInvocation(TRADES)
    public long massiveDecoder() {
        TickChecksum checksum = new TickChecksum();
        decoder.decode(nextFrame(), 1, checksum);
        return checksum.value();
    }

    /** Token by token, by hand. */
    @Benchmark
    @OperationsPerInvocation(TRADES)
    public long jacksonStreaming() throws IOException {
        TickChecksum checksum = new TickChecksum();
        char[] frame = nextFrame();
        jackson.stream(factory.createParser(frame, 0, frame.length), checksum);
        return checksum.value();
    }

    /** The usual way. */
    @Benchmark
    @OperationsPerInvocation(TRADES)
    public long jacksonTree() throws IOException {
        TickChecksum checksum = new TickChecksum();
        char[] frame = nextFrame();
        jackson.walk(mapper.readTree(mapper.createParser(frame, 0, frame.length)), checksum);
        return checksum.value();
    }

    private char[] nextFrame() {
        next = next + 1 & FRAMES - 1;
        return frames[next];
    }
}
