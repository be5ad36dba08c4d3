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
    /** Accepted for the official statistics; older than the symbol's last print, so not "now". */
    OUT_OF_ORDER("out_of_order", null),
    /** Accepted for the official statistics; reported too long after it was made. */
    LATE("late", null),
    /** Accepted for the official statistics; printed while trading was halted. */
    HALTED("halted", null),
    /** Accepted for the official statistics; outside the price band of the moment. */
    OUTSIDE_BAND("outside_band", null),
    /** Accepted for the official statistics; far from the last price and not confirmed. */
    SUSPECT_PRICE("suspect_price", null),
    /** A correction that put a trade right; what it says is official. */
    CORRECTED("corrected", null),
    /** Not a print: what it says of trading or of a trade was applied. */
    APPLIED("applied", null),
    /** Refused, the trade was counted before. */
    DUPLICATE("duplicate", TickRefusal.DUPLICATE),
    /** Refused, takes back or corrects a trade that is not known. */
    UNKNOWN_TRADE("unknown_trade", TickRefusal.UNKNOWN_TRADE),
    /** Refused, of a trade date that is over. */
    DAY_OVER("day_over", TickRefusal.DAY_OVER),
    /** Refused, outside every session. */
    MARKET_CLOSED("market_closed", TickRefusal.MARKET_CLOSED),
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
