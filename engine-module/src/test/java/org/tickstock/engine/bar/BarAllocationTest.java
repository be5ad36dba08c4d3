package org.tickstock.engine.bar;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.tickstock.engine.market.NewYorkCalendar;
import org.tickstock.engine.market.Tick;
import org.tickstock.engine.market.TradeConditions;

/** A print costs no heap, the compiler's help or not; a bar its few objects. */
class BarAllocationTest {

    private static final int SYMBOLS = 50;
    private static final int PRINTS = 200_000;
    private static final int MINUTES = 20;
    private static final long TEN_NS = 1_781_100_000_000_000_000L;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Tick tick = new Tick();
    private int bars;

    @Test
    void allocatesForBarsButNotForPrints() {
        MinuteBarBuilder builder = new MinuteBarBuilder(
                TradeConditions.sip(), new NewYorkCalendar(), new BarSettings(10_000, 2), bar -> bars++);
        // the busiest minutes come first, so that there is room for what follows
        play(builder, TEN_NS, PRINTS);
        bars = 0;
        long beforeBytes = threads.getCurrentThreadAllocatedBytes();

        play(builder, TEN_NS + MINUTES * Bar.LENGTH_NS, PRINTS);

        long bytes = threads.getCurrentThreadAllocatedBytes() - beforeBytes;
        assertThat(bars).isEqualTo(SYMBOLS * MINUTES);
        assertThat(bytes / bars).isLessThan(600);
        assertThat((double) bytes / PRINTS).isLessThan(3);
    }

    private void play(MinuteBarBuilder builder, long fromNs, int prints) {
        for (int i = 0; i < prints; i++) {
            long atNs = fromNs + i * (MINUTES * Bar.LENGTH_NS / prints);
            tick.trade(i % SYMBOLS, 100_000_000 + i % 777 * 10_000L, 100_000_000, 0, atNs, atNs);
            tick.tradeKey = i + 1;
            builder.onPrint(tick);
        }
    }
}
