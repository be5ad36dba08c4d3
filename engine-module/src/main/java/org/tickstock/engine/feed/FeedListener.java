package org.tickstock.engine.feed;

import org.tickstock.engine.market.Tick;

/**
 * Receives what a feed reads.
 *
 * <p>Thread: the feed's own; one feed calls from one thread at a time.
 */
public interface FeedListener {

    /** Takes one tick; the slot belongs to the feed again when this returns. Never throws for a bad tick. */
    void onTick(Tick tick);

    /** Counts something of the feed that could not even be made a tick; nothing disappears without a reason. */
    void onUnreadable(TickRefusal reason);

    /** Learns that nothing follows for now, so that what waits for the next tick need not wait. */
    default void onPause() {
    }
}
