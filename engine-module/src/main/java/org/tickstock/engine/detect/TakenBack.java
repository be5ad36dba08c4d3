package org.tickstock.engine.detect;

import org.tickstock.engine.event.EventRevision.Reason;
import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.Tick;

/**
 * A trade that was counted and does not stand any more, or not as it was.
 *
 * @param message the cancel or correction; lent for the call
 * @param session the market session in which the trade was printed
 * @param reason why it does not stand
 */
record TakenBack(Tick message, MarketSession session, Reason reason) {
}
