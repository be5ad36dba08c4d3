package org.tickstock.engine.work;

/**
 * How workers work.
 *
 * @param workersMin fewest workers
 * @param workersMax most workers
 * @param batch events a worker takes at a time
 * @param scalingDepth waiting events per worker that call for one more
 * @param displayCapacity converted events that may wait for the collector
 */
public record WorkSettings(int workersMin, int workersMax, int batch, int scalingDepth, int displayCapacity) {

    /** Checks the ranges. */
    public WorkSettings {
        require(workersMin >= 1 && workersMin <= 64, "tickstock.work.workers-min must be 1 to 64, was " + workersMin);
        require(workersMax >= workersMin && workersMax <= 64,
                "tickstock.work.workers-max must be workers-min (" + workersMin + ") to 64, was " + workersMax);
        require(batch >= 1, "tickstock.work.batch must be > 0, was " + batch);
        require(scalingDepth >= 1, "tickstock.work.scaling-depth must be > 0, was " + scalingDepth);
        require(displayCapacity >= 1, "tickstock.work.display-capacity must be > 0, was " + displayCapacity);
    }

    /** 2 to 16 workers, batches of 500, one worker per 100 waiting, 10,000 for display. */
    public static WorkSettings defaults() {
        return new WorkSettings(2, 16, 500, 100, 10_000);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
