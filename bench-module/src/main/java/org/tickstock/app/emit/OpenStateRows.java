package org.tickstock.app.emit;

import org.tickstock.engine.state.MarketStateView;

/**
 * What somebody is sent who follows a universe and misses nothing.
 *
 * <p>Thread: belongs to one.
 */
public final class OpenStateRows {

    private final String universe;
    private final StateRows rows = new StateRows();

    /** Follows this universe from its whole state. */
    public OpenStateRows(String universe) {
        this.universe = universe;
    }

    /** What changed since the view before. */
    public String changes(MarketStateView view) {
        long since = rows.version();
        rows.update(view, view.universe(universe).orElseThrow());
        return rows.frame(since);
    }

    /** All of it, as for somebody who begins now. */
    public String whole(MarketStateView view) {
        rows.update(view, view.universe(universe).orElseThrow());
        return rows.frame(StateWatch.NOTHING);
    }
}
