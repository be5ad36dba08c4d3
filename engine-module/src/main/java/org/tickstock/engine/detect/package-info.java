/**
 * Stage 2 of 6. In: {@link org.tickstock.engine.market.Tick}. Out: {@link org.tickstock.engine.event.MarketEvent}.
 *
 * <p>Thread: detection lane. Start reading at {@code EventDetector}.
 */
package org.tickstock.engine.detect;
