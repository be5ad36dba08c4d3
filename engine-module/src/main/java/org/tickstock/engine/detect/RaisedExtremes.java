package org.tickstock.engine.detect;

import java.util.ArrayList;
import java.util.List;
import org.tickstock.engine.event.Direction;
import org.tickstock.engine.event.HighLowEvent;
import org.tickstock.engine.market.MarketSession;

/**
 * The high and low events of one symbol's trade date whose extreme was printed by a trade that can be taken back.
 *
 * <p>Thread: belongs to the symbol's lane.
 * <p>Units: micro-dollars, nanoseconds UTC.
 */
final class RaisedExtremes {

    /** One event, as it stands after revisions. */
    static final class Raised {

        final MarketSession session;
        final Direction side;
        final int ordinal;
        final long raisedNs;
        final long needMicros;
        final double needPct;
        long priceMicros;
        long tradeKey;
        boolean isRetracted;

        private Raised(HighLowEvent event, long tradeKey) {
            this.session = event.origin().session();
            this.side = event.direction();
            this.ordinal = event.origin().ordinal();
            this.raisedNs = event.tsEventNs();
            this.needMicros = event.needMicros();
            this.needPct = event.needPct();
            this.priceMicros = event.origin().priceMicros();
            this.tradeKey = tradeKey;
        }
    }

    private final List<Raised> all = new ArrayList<>(0);

    void add(HighLowEvent event, long tradeKey) {
        all.add(new Raised(event, tradeKey));
    }

    /** The events that stand and whose extreme this trade printed. */
    List<Raised> by(long tradeKey) {
        return all.stream().filter(raised -> raised.tradeKey == tradeKey && !raised.isRetracted).toList();
    }

    /** The last event of a session's side that stands, null when there is none. */
    Raised newest(MarketSession session, Direction side) {
        for (int i = all.size() - 1; i >= 0; i--) {
            Raised raised = all.get(i);
            if (raised.session == session && raised.side == side && !raised.isRetracted) {
                return raised;
            }
        }
        return null;
    }

    void clear() {
        all.clear();
    }
}
