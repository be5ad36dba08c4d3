package org.tickstock.engine.detect;

import org.tickstock.engine.market.Tick;

/**
 * Keeps one tick with a wrong clock from moving the whole market into another session.
 *
 * <p>A tick leaps when its time is more than a minute ahead of the newest one, and either beyond the end of the session
 * or more than a quarter of an hour ahead. It is held back until the next tick of any symbol: if that is no more than a
 * minute behind it, time has really gone on; else the held one is refused.
 * <p>Thread: the feed's.
 * <p>Units: nanoseconds UTC.
 */
final class LeapGuard {

    static final long STEP_NS = 60_000_000_000L;
    static final long LEAP_NS = 15 * STEP_NS;

    private final Tick held = new Tick();
    private boolean isHolding;

    /** Whether a tick waits for the next. */
    boolean isHolding() {
        return isHolding;
    }

    /** Whether a tick of this time has to wait; {@code newestNs} is 0 before the first tick. */
    boolean isLeap(long tsNs, long newestNs, long sessionEndNs) {
        return tsNs - newestNs > STEP_NS && newestNs > 0 && (tsNs >= sessionEndNs || tsNs - newestNs > LEAP_NS);
    }

    void hold(Tick tick) {
        held.copyFrom(tick);
        isHolding = true;
    }

    /** Whether a tick of this time shows that the held one was right. */
    boolean isConfirmedBy(long tsNs) {
        return tsNs >= held.tsEventNs - STEP_NS;
    }

    /** Lets go of the held tick; it is the caller's until the next one is held. */
    Tick release() {
        isHolding = false;
        return held;
    }
}
