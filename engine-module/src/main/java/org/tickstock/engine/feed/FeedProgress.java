package org.tickstock.engine.feed;

import org.tickstock.engine.feed.FeedStatus.State;

/**
 * What a feed notes while it works, and what the others read of it.
 *
 * <p>Thread: written by the feed's, {@link #status()} by any; figures become visible with {@link #publish()}.
 */
final class FeedProgress {

    private final String provider;

    // the feed's own
    private State state = State.IDLE;
    private String detail = "not started";
    private long lastEventNs;
    private long lastReceiptNs;
    private long read;

    private volatile FeedStatus published;

    FeedProgress(String provider) {
        this.provider = provider;
        publish();
    }

    void onRead(long tsEventNs, long tsReceiptNs) {
        lastEventNs = tsEventNs;
        lastReceiptNs = tsReceiptNs;
        read++;
    }

    void onUnreadable() {
        read++;
    }

    void become(State next, String why) {
        state = next;
        detail = why;
        publish();
    }

    boolean is(State asked) {
        return state == asked;
    }

    void publish() {
        published = new FeedStatus(provider, state, detail, lastEventNs, lastReceiptNs, read);
    }

    FeedStatus status() {
        return published;
    }
}
