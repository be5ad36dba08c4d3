package org.tickstock.app.bar;

import java.util.List;

/**
 * Bars of one symbol, oldest first.
 *
 * @param symbol ticker
 * @param timeframe how long each is
 * @param bars the bars
 * @param isMore whether there are older ones that were asked for too
 */
public record BarPage(String symbol, Timeframe timeframe, List<BarPoint> bars, boolean isMore) {
}
