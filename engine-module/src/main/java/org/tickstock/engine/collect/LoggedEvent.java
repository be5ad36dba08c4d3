package org.tickstock.engine.collect;

import org.tickstock.engine.event.DisplayMessage;

/**
 * An event with its place in the log.
 *
 * @param offset its offset
 * @param message the event
 */
public record LoggedEvent(long offset, DisplayMessage message) {
}
