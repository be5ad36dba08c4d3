package org.tickstock.bench.baseline;

import java.util.Map;
import org.tickstock.engine.event.Direction;
import org.tickstock.engine.event.EventType;

/**
 * One event.
 *
 * @param type which rule
 * @param symbol ticker
 * @param ordinal running number of the symbol's display events; 0 for pressure
 * @param timeNs event time
 * @param priceMicros price in micro-dollars; for pressure 0
 * @param direction which way; null for pressure
 * @param details everything else, by name
 */
public record PlainEvent(EventType type, String symbol, int ordinal, long timeNs, long priceMicros,
        Direction direction, Map<String, Object> details) {
}
