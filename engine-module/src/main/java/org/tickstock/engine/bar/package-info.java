/**
 * The bar wing, beside the six stages. In: {@link org.tickstock.engine.market.Tick}, every print that a lane accepts.
 * Out: {@link org.tickstock.engine.bar.Bar}, minute by minute, to a {@link org.tickstock.engine.bar.BarSink}.
 *
 * Beside it, {@link org.tickstock.engine.bar.DayBars} folds minutes into the regular session so far, and
 * {@link org.tickstock.engine.bar.LastTrades} keeps each symbol's last prints.
 *
 * <p>Thread: the lane's; each lane has its own builder.
 * Start reading at {@link org.tickstock.engine.bar.MinuteBarBuilder}.
 */
package org.tickstock.engine.bar;
