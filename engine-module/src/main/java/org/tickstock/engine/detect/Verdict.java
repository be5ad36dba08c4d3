package org.tickstock.engine.detect;

import org.tickstock.engine.feed.TickRefusal;

/**
 * What became of one tick in its lane; every tick gets exactly one.
 */
public enum Verdict {
    /** Accepted, and shown to the rules. */
    ELIGIBLE("eligible", null),
    /** Accepted for volume; its conditions do not let it set a high or low. */
    NOT_ELIGIBLE("condition", null),
    /** Accepted for volume; one of its conditions is not in the table. */
    UNKNOWN_CONDITION("unknown_condition", null),
    /** Refused, older than the symbol's last accepted tick. */
    OUT_OF_ORDER("out_of_order", TickRefusal.OUT_OF_ORDER),
    /** Refused, outside every session. */
    MARKET_CLOSED("market_closed", TickRefusal.MARKET_CLOSED),
    /** Refused, far from the last price and not confirmed. */
    SUSPECT_PRICE("suspect_price", TickRefusal.SUSPECT_PRICE),
    /** Refused, because the checks themselves failed; the log tells why. */
    FAILED("failed", TickRefusal.MALFORMED);

    private final String wireName;
    private final TickRefusal refusal;

    Verdict(String wireName, TickRefusal refusal) {
        this.wireName = wireName;
        this.refusal = refusal;
    }

    /** The name in JSON and metrics. */
    public String wireName() {
        return wireName;
    }

    /** Why it was refused, or null when it was accepted. */
    public TickRefusal refusal() {
        return refusal;
    }

    /** Whether the tick counts. */
    public boolean isAccepted() {
        return refusal == null;
    }
}
