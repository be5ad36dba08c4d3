package org.tickstock.engine.bar;

import org.tickstock.engine.indicator.PriceBar;

/**
 * A symbol's regular session so far.
 *
 * @param symbolId dense number of the symbol
 * @param tradeDay New York trade date, epoch days
 * @param bar open, high, low and last in USD, volume in shares
 */
public record DayBar(int symbolId, int tradeDay, PriceBar bar) {
}
