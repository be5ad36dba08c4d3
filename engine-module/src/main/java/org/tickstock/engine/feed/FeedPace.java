package org.tickstock.engine.feed;

/**
 * Says when a tick that happened, or is said to have happened, some other day is due on the wall clock.
 *
 * <p>Between two ticks passes as much time as between their event times, divided by the speed; the pause between two
 * tapes, or over a night, lasts at most a second. Who fell more than ten seconds behind, for example because the
 * machine slept, goes on from there instead of catching up. A clock that is put back takes the pace with it.
 * <p>Thread: the feed's.
 * <p>Units: nanoseconds.
 */
final class FeedPace {

    private static final long NIGHT_NS = 6L * 3600 * 1_000_000_000;
    private static final long LONGEST_PAUSE_NS = 1_000_000_000;
    private static final long LONGEST_DELAY_NS = 10_000_000_000L;

    private final double speed;
    private boolean anchored;
    private long anchorEventNs;
    private long anchorWallNs;
    private long lastEventNs;
    private long lastWallNs = Long.MIN_VALUE;

    FeedPace(double speed) {
        this.speed = speed;
    }

    /** Tells of the next tick. */
    void onTick(long tsEventNs, long nowNs) {
        follow(nowNs);
        if (!anchored || tsEventNs - lastEventNs > NIGHT_NS) {
            onTape(tsEventNs, nowNs);
        } else if (nowNs - dueNs(tsEventNs) > LONGEST_DELAY_NS) {
            anchorEventNs = tsEventNs;
            anchorWallNs = nowNs;
        }
        lastEventNs = tsEventNs;
    }

    /** Tells of the first tick of another tape. */
    void onTape(long tsEventNs, long nowNs) {
        follow(nowNs);
        long dueNs = anchored ? Math.min(dueNs(tsEventNs), nowNs + LONGEST_PAUSE_NS) : nowNs;
        anchorWallNs = Math.max(dueNs, nowNs);
        anchorEventNs = tsEventNs;
        lastEventNs = tsEventNs;
        anchored = true;
    }

    /** Whether it is time for a tick of {@code tsEventNs}. */
    boolean isDue(long tsEventNs, long nowNs) {
        follow(nowNs);
        return speed == ReplaySettings.MAX_SPEED || nowNs >= dueNs(tsEventNs);
    }

    private void follow(long nowNs) {
        if (nowNs < lastWallNs) {
            anchorWallNs -= lastWallNs - nowNs;
        }
        lastWallNs = nowNs;
    }

    private long dueNs(long tsEventNs) {
        return anchorWallNs + (long) ((tsEventNs - anchorEventNs) / speed);
    }
}
