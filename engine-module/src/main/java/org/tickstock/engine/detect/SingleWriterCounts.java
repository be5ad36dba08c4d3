package org.tickstock.engine.detect;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Figures that one thread writes and any may read, without a lock and without a fence on the writer's side.
 *
 * <p>Thread: one writer at a time; a reader sees each figure whole and never older than one it saw before.
 */
final class SingleWriterCounts {

    // a cache line on either side, so that two writers' figures never share one
    private static final int PAD = 8;
    private static final VarHandle AT = MethodHandles.arrayElementVarHandle(long[].class);

    private final long[] figures;

    SingleWriterCounts(int size) {
        figures = new long[size + 2 * PAD];
    }

    void increment(int index) {
        set(index, figures[PAD + index] + 1);
    }

    void set(int index, long value) {
        AT.setRelease(figures, PAD + index, value);
    }

    long get(int index) {
        return (long) AT.getAcquire(figures, PAD + index);
    }
}
