package org.tickstock.engine.market;

/**
 * Part of the trading day, as on the wire: PRE, REGULAR, AFTER, CLOSED.
 *
 * <p>Source: market rules, section 3; {@link SessionCalendar} says which one holds at an instant.
 */
public enum MarketSession {
    /** 04:00 to 09:30 New York. */
    PRE,
    /** 09:30 to 16:00 New York, 13:00 on a half day. */
    REGULAR,
    /** 16:00 to 20:00 New York, 13:00 to 17:00 on a half day. */
    AFTER,
    /** Any other time. */
    CLOSED
}
