package org.tickstock.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tickstock.engine.TapeRun;
import org.tickstock.engine.detect.reference.RandomTape;
import org.tickstock.engine.event.EventSink;
import org.tickstock.engine.handoff.Duty;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.time.ManualClock;

/** The figures of router and lanes agree at any moment, and a tick that raises nothing costs no memory. */
@Timeout(60)
class LaneFiguresTest {

    private static final int SYMBOLS = 20;
    private static final long NS_PER_S = 1_000_000_000L;

    @Test
    void balancesWheneverItIsRead() throws Exception {
        int lanes = 3;
        LaneRouter router = router(lanes, 64, event -> true);
        List<Tick> tape = RandomTape.of(11, SYMBOLS, 5_000);
        AtomicBoolean running = new AtomicBoolean(true);
        ExecutorService threads = Executors.newCachedThreadPool();
        List<Future<?>> loops = new ArrayList<>();
        for (Duty lane : router.lanes()) {
            loops.add(threads.submit(() -> {
                while (running.get() || lane.doWork() > 0) {
                    lane.doWork();
                }
            }));
        }
        Future<?> feed = threads.submit(() -> {
            tape.forEach(router::onTick);
            Tick stray = new Tick().trade(SYMBOLS, 1, 1, 0, 1, 1);
            router.onTick(stray);
        });

        long readings = 0;
        while (!feed.isDone()) {
            assertBalanced(router.status(), lanes * 64L);
            readings++;
        }
        feed.get();
        running.set(false);
        for (Future<?> loop : loops) {
            loop.get();
        }
        threads.shutdown();

        DetectStatus end = router.status();
        assertThat(readings).isPositive();
        assertThat(end.ticksIn()).isEqualTo(tape.size() + 1);
        assertThat(end.waiting()).isZero();
        assertBalanced(end, 0);
        assertThat(end.withheld().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(end.verdicts().get(Verdict.NOT_ELIGIBLE) + end.verdicts().get(Verdict.UNKNOWN_CONDITION));
    }

    @Test
    void countsWhatItRaises() {
        AtomicLong offered = new AtomicLong();
        LaneRouter router = router(2, 1_024, event -> offered.incrementAndGet() < 0);

        RandomTape.of(12, SYMBOLS, 500).forEach(tick -> work(router, tick));

        assertThat(router.status().raised().values().stream().mapToLong(Long::longValue).sum())
                .isPositive().isEqualTo(offered.get());
    }

    @Test
    void allocatesNothingForATickThatRaisesNothing() {
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        AtomicLong raised = new AtomicLong();
        LaneRouter router = router(1, 1_024, event -> raised.incrementAndGet() > 0);
        Duty lane = router.lanes().get(0);
        Tick tick = new Tick();
        long ns = RuleBench.nsAt(RuleBench.DAY, "10:00:00");
        long leastBytes = Long.MAX_VALUE;
        for (int minute = 0; minute < 300; minute++) {
            long raisedBefore = raised.get();
            long bytes = memory.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 600; i++) {
                ns += NS_PER_S / 10;
                // back and forth by a cent: every rule looks, none speaks but pressure at a window's end
                router.onTick(tick.trade(0, 150_000_000 + i % 2 * 10_000, i % 2 * 1_000_000L, 0, ns, ns));
                lane.doWork();
            }
            bytes = memory.getCurrentThreadAllocatedBytes() - bytes;
            long events = raised.get() - raisedBefore;
            leastBytes = Math.min(leastBytes, bytes - events * 64);
        }

        assertThat(leastBytes).as("bytes over 600 ticks").isLessThan(600);
    }

    private static void assertBalanced(DetectStatus status, long room) {
        long refused = status.refusedAtDoor().values().stream().mapToLong(Long::longValue).sum();
        long worked = status.verdicts().values().stream().mapToLong(Long::longValue).sum();
        assertThat(status.ticksIn() - status.routed() - refused).isBetween(0L, 2L);
        assertThat(status.routed() - worked).isEqualTo(status.waiting()).isBetween(0L, room);
    }

    private static void work(LaneRouter router, Tick tick) {
        router.onTick(tick);
        router.lanes().forEach(Duty::doWork);
    }

    private static LaneRouter router(int lanes, int inboxSize, EventSink sink) {
        List<String> tickers = new ArrayList<>();
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            tickers.add("S" + symbol);
        }
        return new LaneRouter(new DetectSettings(lanes, inboxSize, true, "sip", 10_000), TapeRun.detectors(),
                SymbolTable.of(tickers), new NewYorkCalendar(), new ManualClock(0), sink);
    }
}
