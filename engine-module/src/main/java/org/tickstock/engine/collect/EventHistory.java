package org.tickstock.engine.collect;

import java.util.concurrent.Future;

/**
 * What the log in memory does not hold any more, and the logs before it; implemented where there is a database.
 *
 * <p>Thread: asked by the emission timer, which never waits for an answer.
 */
public interface EventHistory {

    /** There is none: what left memory is gone. */
    EventHistory NONE = (epoch, after) -> null;

    /**
     * Starts reading what came after an offset and returns at once; null when there is no history at all.
     * The answer fails when history cannot be read now.
     */
    Future<HistoryPage> read(long epoch, long after);
}
