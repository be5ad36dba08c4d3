package org.tickstock.replay;

import java.io.PrintStream;
import java.util.Locale;
import org.tickstock.engine.feed.ReplayFeed;
import org.tickstock.engine.handoff.Duty;
import org.tickstock.engine.time.EpochClock;

/**
 * Shows how much of the tapes has been played, in one line that is written over and over; for a terminal only.
 *
 * <p>Thread: {@link #doWork} on one thread; {@link #close} after it has ended.
 */
final class ProgressBar implements Duty, AutoCloseable {

    private static final long REDRAW_NS = 100_000_000L;
    private static final int CELLS = 30;
    private static final double NS_PER_S = 1e9;
    private static final int LINE = 78;

    private final ReplayFeed feed;
    private final long totalBytes;
    private final EpochClock clock;
    private final PrintStream terminal;
    private final long startNs;
    private long drawnNs;

    ProgressBar(ReplayFeed feed, long totalBytes, EpochClock clock, PrintStream terminal) {
        this.feed = feed;
        this.totalBytes = totalBytes;
        this.clock = clock;
        this.terminal = terminal;
        this.startNs = clock.nowNs();
    }

    @Override
    public int doWork() {
        long nowNs = clock.nowNs();
        if (nowNs - drawnNs < REDRAW_NS) {
            return 0;
        }
        drawnNs = nowNs;
        terminal.print('\r' + line(nowNs));
        terminal.flush();
        // Never busy: the loop may rest until the next time.
        return 0;
    }

    /** Leaves the line empty for what comes after. */
    @Override
    public void close() {
        terminal.print('\r' + " ".repeat(LINE) + '\r');
        terminal.flush();
    }

    private String line(long nowNs) {
        double part = totalBytes == 0 ? 1 : Math.min(1, (double) feed.bytesRead() / totalBytes);
        int full = (int) Math.round(part * CELLS);
        long ticks = feed.status().ticks();
        double seconds = Math.max(1, nowNs - startNs) / NS_PER_S;
        return String.format(Locale.ROOT, "[%s%s] %3.0f %%  %,d ticks  %.1f M/s", "#".repeat(full),
                ".".repeat(CELLS - full), part * 100, ticks, ticks / seconds / 1e6);
    }
}
