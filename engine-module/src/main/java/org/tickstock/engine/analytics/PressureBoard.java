package org.tickstock.engine.work;

import org.tickstock.engine.event.PressureChange;

/**
 * Buying against selling over the whole market, from the closed ten-second windows of its symbols.
 *
 * <p>A symbol tells of a window when it trades again after it, so the newest window is still filling and is left out.
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
    private final long[] buy = new long[SLOTS];
    private final long[] sell = new long[SLOTS];
    private long oldest = NONE;
    private long newest = NONE;

    /** Adds a symbol's window; one older than five minutes changes nothing any more. */
    public synchronized void apply(PressureChange change) {
        long window = change.windowStartNs() / WINDOW_NS;
        if (newest == NONE) {
            oldest = window;
            newest = window;
        }
        while (newest < window) {
            newest = window - newest > SLOTS ? window - SLOTS : newest + 1;
            buy[slot(newest)] = 0;
            sell[slot(newest)] = 0;
        }
        if (window > newest - SLOTS) {
            oldest = Math.min(oldest, window);
            buy[slot(window)] += change.buySizeMicros();
            sell[slot(window)] += change.sellSizeMicros();
        }
    }

    /** The pressure now, or null before the first settled window. */
    public synchronized Status status() {
        if (newest == NONE || newest == oldest) {
            return null;
        }
        return new Status(net(newest - 1), mean(WINDOWS_60_S), mean(WINDOWS_300_S));
    }

    private double mean(int windows) {
        long first = Math.max(oldest, newest - windows);
        double sum = 0;
        for (long window = first; window < newest; window++) {
            sum += net(window);
        }
        return sum / (newest - first);
    }

    private double net(long window) {
        long total = buy[slot(window)] + sell[slot(window)];
        return total == 0 ? 0 : (double) (buy[slot(window)] - sell[slot(window)]) / total * 100;
    }

    private static int slot(long window) {
        return (int) Math.floorMod(window, (long) SLOTS);
    }
}
