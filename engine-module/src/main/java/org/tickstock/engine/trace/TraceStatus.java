package org.tickstock.engine.trace;

import java.util.BitSet;

/**
 * Read-out of the tracer.
 *
 * @param isOn whether steps are being noted
 * @param symbols numbers of the symbols that are, or last were, traced; a copy
 * @param capacity steps it can keep
 * @param steps steps it keeps
 * @param overwritten steps that left for newer ones
 * @param begunNs when tracing was last begun, nanoseconds UTC; 0 before
 */
public record TraceStatus(boolean isOn, BitSet symbols, int capacity, int steps, long overwritten, long begunNs) {
}
