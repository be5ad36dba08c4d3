package org.tickstock.engine.feed;

/**
 * Says when a tick of the tape is due on the wall clock.
 *
 * <p>Between two ticks passes as much time as on the tape, divided by the speed; the pause between two tapes, or over
 * a night on one tape, lasts at most a second.
 * <p>Thread: the feed's.
 * <p>Units: nanoseconds.
 */
final class ReplayPace {

    private static final long NIGHT_NS = 6L * 3600 * 1_000_000_000;
    private static final long LONGEST_PAUSE_NS = 1_000_000_000;

    private final double speed;
    private boolean anchored;
    private long anchorEventNs;
    private long anchorWallNs;
    private long lastEventNs;

    ReplayPace(double speed) {
        this.speed = speed;
    }

    /** Tells of the next tick of the same tape. */
    void onTick(long tsEventNs, long nowNs) {
        if (!anchored || tsEventNs - lastEventNs > NIGHT_NS) {
            onTape(tsEventNs, nowNs);
        }
        lastEventNs = tsEventNs;
    }

    /** Tells of the first tick of another tape. */
    void onTape(long tsEventNs, long nowNs) {
        long dueNs = anchored ? Math.min(dueNs(tsEventNs), nowNs + LONGEST_PAUSE_NS) : nowNs;
        anchorWallNs = Math.max(dueNs, nowNs);
        anchorEventNs = tsEventNs;
        lastEventNs = tsEventNs;
        anchored = true;
    }

    /** Whether it is time for a tick of {@code tsEventNs}. */
    boolean isDue(long tsEventNs, long nowNs) {
        return speed == ReplaySettings.MAX_SPEED || nowNs >= dueNs(tsEventNs);
    }

    private long dueNs(long tsEventNs) {
        return anchorWallNs + (long) ((tsEventNs - anchorEventNs) / speed);
    }
}
