package org.tickstock.engine.detect;

import org.tickstock.engine.market.MarketSession;
import org.tickstock.engine.market.Tick;

/**
 * Sees what one lane accepts, in the lane's order, beside the rules: for bars and day summaries.
 *
 * <p>Thread: the lane's. Each lane has its own.
 * <p>Errors: none expected; what it throws costs the tick, which is counted as failed.
 */
public interface LaneObserver {

    /** Sees nothing. */
    LaneObserver NONE = new LaneObserver() {
    };

    /** A trade or aggregate that counts, whatever its conditions allow; lent for the call. */
    default void onPrint(Tick print, MarketSession session) {
    }

    /** A cancel or correction of a trade that had been counted; lent for the call. */
    default void onTakenBack(Tick message) {
    }

    /** Between two batches: every tick of this lane up to this event time was worked on, however few there were. */
    default void onTime(long eventNs) {
    }

    /** A symbol's trade date is over, or read out at the end of a tape. */
    default void onDayEnd(SymbolDay day) {
    }
}
