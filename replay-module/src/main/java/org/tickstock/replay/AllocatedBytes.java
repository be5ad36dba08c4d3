package org.tickstock.replay;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * Counts what threads allocate on the heap.
 *
 * <p>Thread: stateless.
 */
final class AllocatedBytes {

    /** Answer of a JVM that does not count. */
    static final long UNKNOWN = -1;

    private AllocatedBytes() {
    }

    /** What the calling thread has allocated since it began, or {@link #UNKNOWN}. */
    static long ofThisThread() {
        return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean counting
                && counting.isThreadAllocatedMemorySupported() && counting.isThreadAllocatedMemoryEnabled()
                ? counting.getCurrentThreadAllocatedBytes() : UNKNOWN;
    }
}
