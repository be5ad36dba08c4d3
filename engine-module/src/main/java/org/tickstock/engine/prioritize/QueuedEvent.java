package org.tickstock.engine.prioritize;

import org.tickstock.engine.event.MarketEvent;
import org.tickstock.engine.event.Priority;

/**
 * An event in the priority queue.
 *
 * @param event the event
 * @param priority its class
 * @param queuedNs since when it waits, nanoseconds UTC
 */
public record QueuedEvent(MarketEvent event, Priority priority, long queuedNs) {
}
