package org.tickstock.engine.feed;

import org.tickstock.engine.handoff.Duty;

/**
 * A source of ticks: the vendor, a recorded tape, or the synthetic market.
 *
 * <p>Thread: {@link #start}, {@link #doWork} and {@link #stop} on one thread that the caller owns; {@link #status}
 * from any.
 * A feed that has a thread of its own (a client socket) returns 0 from {@link #doWork} and uses it for upkeep only.
 * <p>Errors: an unusable source is told by {@link FeedStatus#detail()} and state FAILED; nothing is thrown past start.
 */
public interface MarketDataFeed extends Duty {

    /** Begins; everything read from now on goes to {@code listener}. */
    void start(FeedListener listener);

    /** Ends and lets go of what it holds; may be called more than once. */
    void stop();

    /** How it is doing. */
    FeedStatus status();
}
