package org.tickstock.engine.emit;

import java.util.Optional;

/**
 * The last emission cycles: when each ran, and how far into the log it looked.
 *
 * <p>Thread: one emission timer adds, anyone reads; both are short, so they exclude each other.
 */
public final class CycleRing {

    /** At one a second, the last 18 hours. */
    private static final int CAPACITY = 65_536;

    /**
     * One cycle.
     *
     * @param startNs when it began, nanoseconds UTC
     * @param endNs when everyone was served
     * @param toOffset the newest offset of the log when it began
     */
    public record Cycle(long startNs, long endNs, long toOffset) {
    }

    // guarded by this
    private final long[] startNs;
    private final long[] endNs;
    private final long[] toOffset;
    private long added;

    CycleRing() {
        this(CAPACITY);
    }

    CycleRing(int capacity) {
        startNs = new long[capacity];
        endNs = new long[capacity];
        toOffset = new long[capacity];
    }

    synchronized void add(long start, long end, long to) {
        int slot = slot(added);
        startNs[slot] = start;
        endNs[slot] = end;
        toOffset[slot] = to;
        added++;
    }

    /** The first cycle that began with the offset in the log; empty before there was one, or when it is forgotten. */
    public synchronized Optional<Cycle> firstCovering(long offset) {
        long oldest = Math.max(0, added - startNs.length);
        long low = oldest;
        long high = added;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (toOffset[slot(middle)] < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        boolean isForgotten = low == oldest && oldest > 0;
        return low == added || isForgotten ? Optional.empty() : Optional.of(cycle(low));
    }

    private Cycle cycle(long number) {
        int slot = slot(number);
        return new Cycle(startNs[slot], endNs[slot], toOffset[slot]);
    }

    private int slot(long number) {
        return (int) (number % startNs.length);
    }
}
