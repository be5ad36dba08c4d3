package org.tickstock.app.bar;

import java.time.Instant;

/**
 * Which bars somebody wants to see: the newest that fit.
 *
 * @param symbol ticker
 * @param timeframe how long each is
 * @param from begins no earlier; null: as far back as the timeframe reaches
 * @param to begins earlier than this; null: the newest there is
 * @param limit how many at most
 */
public record BarQuery(String symbol, Timeframe timeframe, Instant from, Instant to, int limit) {
}
