package org.tickstock.engine.event;

/**
 * Where detectors put what they raise.
 *
 * <p>Thread: called by the lane.
 */
@FunctionalInterface
public interface EventSink {

    /** Takes the event, or refuses it; a refusal is counted by who refuses. */
    boolean offer(MarketEvent event);
}
