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
        play(router, lane, tick, 0);

        long least = Long.MAX_VALUE;
        for (int round = 1; round <= ROUNDS; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            play(router, lane, tick, round);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }

        // the first rounds may pay for reading the figure, and for what the virtual machine does to this very loop
        assertThat(least).isZero();
    }

    /** A quarter of an hour of a price that stands still: nothing to tell, not even of pressure. */
    private static void play(LaneRouter router, Duty lane, Tick tick, int round) {
        long startNs = START_NS + (long) round * SECONDS * 1_000_000_000L;
        for (int i = 0; i < TICKS; i++) {
            long ns = startNs + i * EVERY_NS;
            router.onTick(tick.trade(0, PRICE_MICROS, 100_000_000L, 0, ns, ns));
            lane.doWork();
        }
    }
}
