package org.tickstock.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.detect.DetectSettings;
import org.tickstock.engine.detect.LaneRouter;
import org.tickstock.engine.detect.OpenDetector;
import org.tickstock.engine.handoff.Duty;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.SymbolTable;
import org.tickstock.engine.market.Tick;

/** A tick that raises nothing leaves nothing on the heap. */
class AllocationTest {

    private static final long START_NS = 1_381_244_400_000_000_000L;
    private static final long EVERY_NS = 20_000_000L;
    /** As many as before, in less than a window. */
    private static final long CLOSE_NS = 200_000L;
    private static final long PRESSURE_WINDOW_NS = 10_000_000_000L;
    private static final int SECONDS = 900;
    private static final int ROUNDS = 5;
    private static final int TICKS = 50 * SECONDS;
    private static final long PRICE_MICROS = 100_000_000L;

    @Test
    void allocatesNothingForATickWithoutAnEvent() {
        EventTally tally = new EventTally();
        LaneRouter router = new LaneRouter(DetectSettings.defaults().withLanes(1), OpenDetector.fourRules(),
                SymbolTable.of(List.of("CALM")), new NewYorkCalendar(), () -> 0, tally);
        Duty lane = router.lanes().get(0);
        Tick tick = new Tick();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        // known and full: every window, every ring
        play(router, lane, tick, START_NS, EVERY_NS, TICKS);

        long least = Long.MAX_VALUE;
        for (int round = 1; round <= ROUNDS; round++) {
            long startNs = START_NS + TICKS * EVERY_NS + round * PRESSURE_WINDOW_NS;
            play(router, lane, tick, startNs, EVERY_NS, 1);
            long before = threads.getCurrentThreadAllocatedBytes();
            play(router, lane, tick, startNs, CLOSE_NS, TICKS);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }

        // the first rounds may pay for reading the figure, and for what the virtual machine does to this very loop
        assertThat(least).isZero();
    }

    /** A price that stands still: nothing to tell, but of pressure when a window ends. */
    private static void play(LaneRouter router, Duty lane, Tick tick, long startNs, long everyNs, int ticks) {
        for (int i = 0; i < ticks; i++) {
            long ns = startNs + i * everyNs;
            router.onTick(tick.trade(0, PRICE_MICROS, 100_000_000L, 0, ns, ns));
            lane.doWork();
        }
    }
}
