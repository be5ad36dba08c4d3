package org.tickstock.engine.time;

import java.time.Instant;

/** A clock that stands until it is moved. */
public final class ManualClock implements EpochClock {

    private static final long NS_PER_S = 1_000_000_000L;

    private long nowNs;

    public ManualClock(long nowNs) {
        this.nowNs = nowNs;
    }

    /** A clock that stands at an instant such as {@code 2026-06-10T13:30:00Z}. */
    public static ManualClock at(String instant) {
        Instant start = Instant.parse(instant);
        return new ManualClock(start.getEpochSecond() * NS_PER_S + start.getNano());
    }

    @Override
    public long nowNs() {
        return nowNs;
    }

    /** Moves on, or back when negative. */
    public void advanceNs(long ns) {
        nowNs += ns;
    }

    /** Moves on by milliseconds. */
    public void advanceMs(long ms) {
        advanceNs(ms * 1_000_000);
    }
}
