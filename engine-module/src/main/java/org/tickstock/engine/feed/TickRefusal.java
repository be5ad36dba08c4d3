package org.tickstock.engine.feed;

/**
 * Why a tick was refused; every refusal is counted under exactly one of these.
 */
public enum TickRefusal {
    /** The message could not be parsed. */
    MALFORMED("malformed"),
    /** The ticker is not in the symbol table. */
    UNKNOWN_SYMBOL("unknown_symbol"),
    /** The price is missing, NaN, infinite, zero or negative. */
    BAD_PRICE("bad_price"),
    /** The size is negative or not a number. */
    BAD_SIZE("bad_size"),
    /** The time is missing, not positive, or further ahead of the receipt than a live feed may be. */
    BAD_TIME("bad_time"),
    /** The trade was counted before. */
    DUPLICATE("duplicate"),
    /** Takes back or corrects a trade that is not known. */
    UNKNOWN_TRADE("unknown_trade"),
    /** Of a trade date that is over. */
    DAY_OVER("day_over"),
    /** Price or size beyond anything a market prints. */
    ABSURD("absurd"),
    /** Outside every market session. */
    MARKET_CLOSED("market_closed"),
    /** The lane's inbox was full for longer than a live feed may wait. */
    LANE_FULL("lane_full");

    private final String wireName;

    TickRefusal(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON and metrics. */
    public String wireName() {
        return wireName;
    }
}
