package org.tickstock.engine.time;

/**
 * Tells the wall clock's time; rules never ask it, only latency, freshness and live feeds do.
 *
 * <p>Thread: implementations may be shared.
 * <p>Units: nanoseconds since the epoch, UTC.
 */
@FunctionalInterface
public interface EpochClock {

    /** Now. */
    long nowNs();
}
