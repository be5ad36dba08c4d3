package org.tickstock.engine.feed;

/**
 * Read-out of a feed.
 *
 * @param provider {@code synthetic}, {@code replay} or {@code massive}
 * @param state where it stands
 * @param detail one sentence for a person: what it does, or what is wrong
 * @param lastEventNs event time of the last tick, 0 before the first
 * @param lastReceiptNs wall-clock time of the last tick, 0 before the first
 * @param ticks ticks read so far
 */
public record FeedStatus(
        String provider, State state, String detail, long lastEventNs, long lastReceiptNs, long ticks) {

    /** Where a feed stands. */
    public enum State {
        /** Not started. */
        IDLE,
        /** Connecting, authenticating or subscribing. */
        CONNECTING,
        /** Ticks arrive, or would if there were trades. */
        LIVE,
        /** Lost its source and tries again. */
        DEGRADED,
        /** A tape that was read to its end. */
        FINISHED,
        /** Gave up; the detail says why. */
        FAILED
    }
}
