package org.tickstock.engine.work;

/**
 * Decides how many workers there should be: more at once, fewer only after a calm stretch.
 *
 * <p>Thread: asked by one timer.
 */
public final class WorkerScaling {

    private static final long CALM_NS = 30_000_000_000L;
    private static final long LONG_WAIT_NS = 250_000_000L;

    private final WorkSettings settings;
    private long busySinceNs = Long.MIN_VALUE;

    /** Scaling between the settings' bounds. */
    public WorkerScaling(WorkSettings settings) {
        this.settings = settings;
    }

    /**
     * How many workers should run.
     *
     * @param running how many do
     * @param depth events waiting
     * @param oldestWaitNs how long the oldest of them has been waiting
     * @param nowNs the time of asking
     */
    public int target(int running, int depth, long oldestWaitNs, long nowNs) {
        int wanted = depth / settings.scalingDepth() + 1;
        if (depth > 0 && oldestWaitNs > LONG_WAIT_NS) {
            wanted = Math.max(wanted, running + 1);
        }
        wanted = clamp(wanted);
        if (wanted >= running || busySinceNs == Long.MIN_VALUE) {
            busySinceNs = nowNs;
            return clamp(Math.max(wanted, running));
        }
        if (nowNs - busySinceNs < CALM_NS) {
            return clamp(running);
        }
        busySinceNs = nowNs;
        return clamp(running - 1);
    }

    private int clamp(int workers) {
        return Math.max(settings.workersMin(), Math.min(settings.workersMax(), workers));
    }
}
