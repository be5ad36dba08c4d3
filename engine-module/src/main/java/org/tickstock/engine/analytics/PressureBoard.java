package org.tickstock.engine.analytics;

import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;
import org.tickstock.engine.event.PressureChange;

/**
 * Buying against selling, from the closed ten-second windows of all symbols, for the last five minutes of the session.
 *
 * <p>Windows are numbered by event time. The newest is still filling; those before it are settled. A symbol tells of a
 * window when it trades again after it, so that the same tape gives the same events; what a quiet one tells late counts
 * in the window it belongs to for whoever reads that again, not in gauges that have.
 * <p>Thread: workers apply, anyone reads; both are short, so they exclude each other.
 * <p>Units: micro-shares, nanoseconds UTC.
 * <p>Source: detection rules, section 4.
 */
public final class PressureBoard {

    /** Length of a window. */
    public static final long WINDOW_NS = 10_000_000_000L;

    private static final int WINDOWS_60_S = 6;
    private static final int WINDOWS_300_S = 30;
    private static final int SLOTS = WINDOWS_300_S + 1;
    private static final long NONE = Long.MIN_VALUE;

    /**
     * Read-out: (buy - sell) / (buy + sell) * 100, raw, -100 to 100. Averages are by time: a window without trades
     * counts as 0.
     *
     * @param net10 the last settled window
     * @param net60 mean over the last minute
     * @param net300 mean over the last five minutes
     */
    public record Status(double net10, double net60, double net300) {
    }

    // guarded by this
    private final PressureWindow[] windows = new PressureWindow[SLOTS];
    private long sessionStart = NONE;
    private long oldest = NONE;
    private long newest = NONE;

    /** A board without windows. */
    public PressureBoard() {
        for (int slot = 0; slot < SLOTS; slot++) {
            windows[slot] = new PressureWindow();
        }
    }

    /** A market session begins: what was before it counts no more. */
    public synchronized void begin(long startNs) {
        sessionStart = startNs / WINDOW_NS;
        oldest = NONE;
        newest = NONE;
    }

    /** Number of the first window of the session; changes when one begins. */
    public synchronized long sessionStart() {
        return sessionStart;
    }

    /** Adds a symbol's window; one older than five minutes, or than the session, changes nothing any more. */
    public synchronized void apply(PressureChange change) {
        long window = change.windowStartNs() / WINDOW_NS;
        if (window < sessionStart) {
            return;
        }
        if (newest == NONE) {
            oldest = window;
            newest = window;
            for (PressureWindow each : windows) {
                each.clear();
            }
        }
        while (newest < window) {
            newest = window - newest > SLOTS ? window - SLOTS : newest + 1;
            windows[slot(newest)].clear();
        }
        if (window > newest - SLOTS) {
            oldest = Math.min(oldest, window);
            windows[slot(window)].add(change);
        }
    }

    /** The pressure on the whole market now, or null before the first settled window. */
    public synchronized Status status() {
        if (newest == NONE || newest == oldest) {
            return null;
        }
        return new Status(net(newest - 1), mean(WINDOWS_60_S), mean(WINDOWS_300_S));
    }

    /** Numbers of the settled windows that are held, those before {@code first} left out, oldest first. */
    public synchronized List<Long> settledFrom(long first) {
        return newest == NONE ? List.of() : LongStream.range(Math.max(first, held()), newest).boxed().toList();
    }

    /** A held window's sums over these symbols. */
    public synchronized WindowSums sums(long window, BitSet symbolIds) {
        return windows[slot(window)].sums(window * WINDOW_NS, symbolIds);
    }

    /** A held window's sums over all symbols. */
    public synchronized WindowSums sums(long window) {
        return windows[slot(window)].sums(window * WINDOW_NS);
    }

    private long held() {
        return Math.max(oldest, newest - WINDOWS_300_S);
    }

    private double mean(int count) {
        long first = Math.max(oldest, newest - count);
        double sum = 0;
        for (long window = first; window < newest; window++) {
            sum += net(window);
        }
        return sum / (newest - first);
    }

    private double net(long window) {
        return windows[slot(window)].sums(window * WINDOW_NS).netScore();
    }

    private static int slot(long window) {
        return (int) Math.floorMod(window, (long) SLOTS);
    }
}
