package org.tickstock.app;

import java.time.Duration;
import java.time.Instant;
import org.tickstock.engine.time.EpochClock;

/**
 * A clock that stands still until a test moves it.
 */
public final class ManualClock implements EpochClock {

    private Instant now = Instant.parse("2013-10-08T13:30:00Z");

    @Override
    public long nowNs() {
        return Duration.between(Instant.EPOCH, now).toNanos();
    }

    /** Moves it. */
    public void advance(Duration step) {
        now = now.plus(step);
    }

    /** What it shows. */
    public Instant now() {
        return now;
    }
}
