package org.tickstock.engine;

import org.tickstock.engine.collect.EventLogSettings;
import org.tickstock.engine.detect.DetectSettings;
import org.tickstock.engine.prioritize.PrioritySettings;
import org.tickstock.engine.work.WorkSettings;

/**
 * Every stage's settings in one place.
 *
 * @param detect lanes, inboxes, thresholds
 * @param prioritize the priority queue
 * @param work workers and the display queue
 * @param collect the event log
 */
public record PipelineSettings(
        DetectSettings detect, PrioritySettings prioritize, WorkSettings work, EventLogSettings collect) {

    /** Every stage's own defaults. */
    public static PipelineSettings defaults() {
        return new PipelineSettings(DetectSettings.defaults(), PrioritySettings.defaults(), WorkSettings.defaults(),
                EventLogSettings.defaults());
    }
}
