package org.tickstock.app.feed;

import org.tickstock.engine.feed.FeedStatus.State;

/**
 * Where the feed stands, in a state and a sentence; the key is blotted out of everything it is told.
 *
 * <p>Once there was a loss or a refusal, the state stays DEGRADED or FAILED until the feed is live again.
 * <p>Thread: written by the connection loop; {@link #state} and {@link #detail} are read by any.
 */
final class MassiveReport {

    private final MassiveSettings settings;
    private State trouble;
    private String cause = "";
    private String complaint = "";
    private String text = "";

    private volatile State state = State.IDLE;
    private volatile String detail = "not started";

    MassiveReport(MassiveSettings settings) {
        this.settings = settings;
    }

    /** The feed starts, or stops: earlier troubles are over. */
    void reset(String reason) {
        trouble = null;
        cause = "";
        complaint = "";
        tell(State.IDLE, reason);
    }

    /** A connection is on its way; {@code attempt} counts the losses since the last quiet time. */
    void onProgress(String step, int attempt) {
        tell(trouble == null ? State.CONNECTING : trouble,
            cause.isEmpty() ? step : step + ", attempt " + attempt + " after: " + cause);
    }

    /** The feed is live. */
    void onLive(String what) {
        trouble = null;
        tell(State.LIVE, what);
    }

    /** The vendor said something that is not part of the protocol's good course. */
    void onComplaint(String status, String message) {
        complaint = "; the vendor said " + settings.masked(status + ": " + message);
        detail = text + complaint;
    }

    /** The connection is gone. */
    void onTrouble(State kind, String reason, String plan) {
        trouble = kind;
        cause = settings.masked(reason + complaint);
        complaint = "";
        tell(kind, plan + ": " + cause);
    }

    /** What went wrong last. */
    String cause() {
        return cause;
    }

    /** What the vendor complained of on this connection, or "". */
    String complaint() {
        return complaint;
    }

    /** Where the feed stands. */
    State state() {
        return state;
    }

    /** The same in a sentence. */
    String detail() {
        return detail;
    }

    private void tell(State newState, String newDetail) {
        text = settings.masked(newDetail);
        detail = text + complaint;
        state = newState;
    }
}
