package org.tickstock.app.emit;

import org.tickstock.engine.emit.EmissionResult;

/**
 * Read-out of the emission cycle.
 *
 * <p>Units: nanoseconds; times UTC.
 *
 * @param cycles how many ran
 * @param skipped seconds in which none ran because the one before was still at work
 * @param failed how many ended with a fault
 * @param endedAtNs when the last one ended, 0 before the first
 * @param tookNs how long it took
 * @param last what it did, or null before the first
 */
public record EmissionReport(
        long cycles, long skipped, long failed, long endedAtNs, long tookNs, EmissionResult last) {

    static final EmissionReport NONE = new EmissionReport(0, 0, 0, 0, 0, null);

    EmissionReport ran(EmissionResult result, long endNs, long durationNs) {
        return new EmissionReport(cycles + 1, skipped, failed, endNs, durationNs, result);
    }

    EmissionReport failed(long endNs, long durationNs) {
        return new EmissionReport(cycles + 1, skipped, failed + 1, endNs, durationNs, last);
    }

    EmissionReport withSkipped(long count) {
        return new EmissionReport(cycles, count, failed, endedAtNs, tookNs, last);
    }
}
