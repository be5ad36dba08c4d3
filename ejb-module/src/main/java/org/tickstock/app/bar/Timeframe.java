package org.tickstock.app.bar;

import java.time.Duration;

/**
 * How long a bar is.
 */
public enum Timeframe {
    /** One minute, as the lanes build it. */
    MINUTE("1min", "ohlcv_1min", Duration.ofDays(7)),
    /** Five minutes, never across two sessions. */
    FIVE_MINUTES("5min", "ohlcv_5min", Duration.ofDays(31)),
    /** An hour of the clock. */
    HOUR("hourly", "ohlcv_hourly", Duration.ofDays(366)),
    /** The regular session of a trade date. */
    DAY("daily", "ohlcv_daily", Duration.ofDays(20 * 366L));

    private final String wireName;
    private final String table;
    private final Duration reach;

    Timeframe(String wireName, String table, Duration reach) {
        this.wireName = wireName;
        this.table = table;
        this.reach = reach;
    }

    /** The name on the wire. */
    public String wireName() {
        return wireName;
    }

    /** How far a question reaches back that does not say from when. */
    public Duration reach() {
        return reach;
    }

    String table() {
        return table;
    }
}
