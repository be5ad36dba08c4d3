/**
 * Stage 4 of 6. In: {@link org.tickstock.engine.event.MarketEvent}.
 * Out: {@link org.tickstock.engine.event.DisplayMessage}.
 *
 * <p>Thread: 2 to 16 workers. Start reading at {@link org.tickstock.engine.work.Worker}.
 */
package org.tickstock.engine.work;
