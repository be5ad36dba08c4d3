package org.tickstock.bench;

import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.YieldingWaitStrategy;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import com.lmax.disruptor.util.DaemonThreadFactory;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
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
import org.tickstock.engine.detect.DetectSettings;
import org.tickstock.engine.detect.LaneRouter;
import org.tickstock.engine.detect.OpenDetector;
import org.tickstock.engine.handoff.DutyLoop;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;

/**
 * A tape from one thread to another that detects: the lane's ring against LMAX Disruptor and ArrayBlockingQueue, the
 * same rules behind each, the same room in each. One operation is the whole tape.
 *
 * <p>Units: milliseconds per tape.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 3, jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5)
@Measurement(iterations = 8)
public class HandoffBenchmark {

    private static final long SEED = 42;
    private static final int ROOM = DetectSettings.defaults().inboxSize();

    /** Trades on the tape. */
    @Param("4000000")
    public int trades;

    /** Symbols on the tape. */
    @Param("4000")
    public int symbols;

    private BenchTape tape;
    private EventTally expected;
    private ExecutorService threads;

    /** Makes the tape. */
    @Setup(Level.Trial)
    public void makeTape() {
        tape = BenchTape.of(trades, symbols, SEED);
        expected = DetectionRuns.rules(tape);
        threads = Executors.newCachedThreadPool();
    }

    /** Lets the threads go. */
    @TearDown(Level.Trial)
    public void end() {
        threads.shutdownNow();
    }

    /** Ours, as deployed: router, ring, the loop that a lane runs in. */
    @Benchmark
    public EventTally laneRing() {
        EventTally tally = new EventTally();
        DetectSettings settings = DetectSettings.defaults().withLanes(1).withWaitWhenFull(true);
        LaneRouter router = new LaneRouter(settings, OpenDetector.fourRules(), SymbolTable.of(tape.tickers()),
                new NewYorkCalendar(), () -> 0, tally);
        DutyLoop loop = new DutyLoop("lane", router.lanes().get(0));
        threads.execute(loop);
        Tick tick = new Tick();
        for (int trade = 0; trade < tape.size(); trade++) {
            router.onTick(tape.fill(tick, trade));
        }
        while (router.status().waiting() > 0) {
            Thread.onSpinWait();
        }
        loop.stop();
        loop.awaitEnd(1_000);
        return checked(tally);
    }

    /** Disruptor, one producer, one handler, yielding. */
    @Benchmark
    public EventTally disruptor() throws InterruptedException {
        EventTally tally = new EventTally();
        OpenDetector detector = new OpenDetector(tape.tickers(), tally);
        CountDownLatch done = new CountDownLatch(1);
        long last = tape.size() - 1L;
        Disruptor<Tick> disruptor = new Disruptor<>(Tick::new, ROOM, DaemonThreadFactory.INSTANCE,
                ProducerType.SINGLE, new YieldingWaitStrategy());
        disruptor.handleEventsWith((tick, sequence, endOfBatch) -> {
            detector.onTick(tick);
            if (sequence == last) {
                done.countDown();
            }
        });
        RingBuffer<Tick> ring = disruptor.start();
        for (int trade = 0; trade < tape.size(); trade++) {
            long sequence = ring.next();
            tape.fill(ring.get(sequence), trade);
            ring.publish(sequence);
        }
        done.await();
        disruptor.shutdown();
        return checked(tally);
    }

    /** The queue everybody knows, with an object per tick. */
    @Benchmark
    public EventTally arrayBlockingQueue() throws InterruptedException, ExecutionException {
        EventTally tally = new EventTally();
        OpenDetector detector = new OpenDetector(tape.tickers(), tally);
        ArrayBlockingQueue<Tick> queue = new ArrayBlockingQueue<>(ROOM);
        Future<?> consumer = threads.submit(() -> {
            for (int trade = 0; trade < tape.size(); trade++) {
                detector.onTick(queue.take());
            }
            return null;
        });
        for (int trade = 0; trade < tape.size(); trade++) {
            queue.put(tape.fill(new Tick(), trade));
        }
        consumer.get();
        return checked(tally);
    }

    private EventTally checked(EventTally tally) {
        tally.requireSame(expected);
        return tally;
    }
}
