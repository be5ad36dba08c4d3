package org.tickstock.engine.collect;

import org.tickstock.engine.event.EventOrigin;
import org.tickstock.engine.market.MarketSession;

/**
 * How many highs and lows a symbol has had in a session.
 *
 * @param sessionKey the session, as {@link EventOrigin#sessionKeyOf} numbers it
 * @param symbolId dense number of the symbol
 * @param highs session highs that stand
 * @param lows session lows that stand
 */
public record SymbolCounts(int sessionKey, int symbolId, int highs, int lows) {

    private static final MarketSession[] SESSIONS = MarketSession.values();

    /** New York trade date, epoch days. */
    public int tradeDay() {
        return Math.floorDiv(sessionKey, SESSIONS.length);
    }

    /** The market session. */
    public MarketSession session() {
        return SESSIONS[Math.floorMod(sessionKey, SESSIONS.length)];
    }
}
