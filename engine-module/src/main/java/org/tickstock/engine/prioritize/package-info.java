/**
 * Stage 3 of 6. In and out: {@link org.tickstock.engine.event.MarketEvent}, most urgent first.
 *
 * <p>Thread: lanes offer, workers poll. Start reading at {@link org.tickstock.engine.prioritize.EventPriorityQueue}.
 */
package org.tickstock.engine.prioritize;
