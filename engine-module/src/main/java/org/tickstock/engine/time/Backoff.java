package org.tickstock.engine.time;

import java.util.random.RandomGenerator;

/**
 * Says how long to wait before the next attempt: the first delay, twice that, four times that, up to a cap.
 *
 * <p>Each delay is shortened by up to a quarter at random, so that clients which lost the same server together do
 * not come back together. It never exceeds the cap.
 * <p>Thread: one owner; not shared.
 * <p>Units: milliseconds.
 * <p>Errors: delays that are not positive or not ascending are refused at construction.
 */
public final class Backoff {

    private static final double JITTER = 0.25;

    private final long firstMs;
    private final long capMs;
    private final RandomGenerator random;
    private long stepMs;
    private int attempts;

    /** A back-off that starts at {@code firstMs}, ends at {@code capMs}, and draws its jitter from {@code random}. */
    public Backoff(long firstMs, long capMs, RandomGenerator random) {
        if (firstMs <= 0) {
            throw new IllegalArgumentException("first delay must be > 0 ms, was " + firstMs);
        }
        if (capMs < firstMs) {
            throw new IllegalArgumentException("cap must be >= first delay " + firstMs + " ms, was " + capMs);
        }
        this.firstMs = firstMs;
        this.capMs = capMs;
        this.random = random;
        this.stepMs = firstMs;
    }

    /** The delay before the next attempt, which counts as one. */
    public long nextMs() {
        long delayMs = stepMs - (long) (stepMs * JITTER * random.nextDouble());
        stepMs = stepMs > capMs / 2 ? capMs : stepMs * 2;
        attempts++;
        return delayMs;
    }

    /** Attempts since the last success. */
    public int attempts() {
        return attempts;
    }

    /** It worked: the next delay is the first one again. */
    public void reset() {
        stepMs = firstMs;
        attempts = 0;
    }
}
