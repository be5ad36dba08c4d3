/**
 * Stage 1 of 6. In: a vendor's bytes, a tape, or a seed. Out: {@link org.tickstock.engine.market.Tick}.
 *
 * <p>Thread: the feed's. Start reading at {@link org.tickstock.engine.feed.MarketDataFeed}.
 */
package org.tickstock.engine.feed;
