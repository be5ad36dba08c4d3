package org.tickstock.engine.time;

import java.time.Instant;

/**
 * Reads the system clock.
 *
 * <p>Thread: stateless; may be shared.
 */
public final class SystemEpochClock implements EpochClock {

    private static final long NS_PER_S = 1_000_000_000L;

    @Override
    public long nowNs() {
        Instant now = Instant.now();
        return now.getEpochSecond() * NS_PER_S + now.getNano();
    }
}
