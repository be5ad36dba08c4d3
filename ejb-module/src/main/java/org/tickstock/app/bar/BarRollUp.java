package org.tickstock.app.bar;

import java.util.List;

/**
 * The statements that compute five minutes and hours anew from the staged minutes that changed, and days from time to
 * time: a day is read whole, which costs more than all the rest of a minute.
 *
 * <p>Five minutes lie in one session, since every session begins and ends at a multiple of five minutes; hours are
 * those of the clock and may lie in two, then they carry that in which they begin. A day is the regular session.
 * <p>Each statement reads what is there and writes what follows from it: doing it again changes nothing.
 */
final class BarRollUp {

    private static final String FOLDED = """
        (array_agg(m.open ORDER BY m.ts))[1], max(m.high), min(m.low), (array_agg(m.close ORDER BY m.ts DESC))[1],
        sum(m.volume), sum(m.trades), bool_and(m.is_exact)""";
    private static final String TAKES_ITS_PLACE = """
        DO UPDATE SET open = excluded.open, high = excluded.high, low = excluded.low, close = excluded.close,
        volume = excluded.volume, trades = excluded.trades, is_exact = excluded.is_exact,
        is_invented = excluded.is_invented""";
    private static final String COLUMNS = "open, high, low, close, volume, trades, is_exact, is_invented";
    private static final String BUCKET = "date_bin('%s', ts, TIMESTAMPTZ '2000-01-01 00:00:00Z')";

    /** How long the bars of each statement are. */
    static final List<Long> LENGTHS_S = List.of(300L, 3_600L);

    /** In their order; each is formatted with the bounds of the bars in which minutes changed. */
    static final List<String> STATEMENTS = List.of(
        roll("ohlcv_5min", "5 minutes", "ohlcv_1min", "bool_or(r.is_invented)",
            "JOIN bar_runs r ON r.run = m.run"),
        roll("ohlcv_hourly", "1 hour", "ohlcv_5min", "bool_or(m.is_invented)", ""));

    /** What has lost its last minute; needed only when minutes were withdrawn. */
    static final List<String> FORGET_EMPTY = List.of(
        forget("ohlcv_5min", "5 minutes", "ohlcv_1min"),
        forget("ohlcv_hourly", "1 hour", "ohlcv_5min"));

    private static final String OF_DAY = "m.ts >= DATE '%1$s'::timestamp AT TIME ZONE 'America/New_York' "
        + "AND m.ts < (DATE '%1$s' + 1)::timestamp AT TIME ZONE 'America/New_York' AND m.session = 'REGULAR'";

    /** The days of all symbols on one trade date, from their five minutes; formatted with the date. */
    static final List<String> DAY = List.of(
        "DELETE FROM ohlcv_daily d WHERE d.bar_date = DATE '%1$s' AND d.source = 'own' AND NOT EXISTS "
            + "(SELECT 1 FROM ohlcv_5min m WHERE m.symbol = d.symbol AND " + OF_DAY + ")",
        "INSERT INTO ohlcv_daily (symbol, bar_date, source, " + COLUMNS + ") SELECT m.symbol, DATE '%1$s', 'own', "
            + FOLDED + ", bool_or(m.is_invented) FROM ohlcv_5min m WHERE " + OF_DAY
            + " GROUP BY m.symbol ON CONFLICT (symbol, bar_date, source) " + TAKES_ITS_PLACE);

    private BarRollUp() {
    }

    /**
     * LATERAL, so that each staged bar's minutes are looked up by their key. Of a plain join the planner takes what is
     * newer than its statistics for a row or two, and compares all with all: five seconds instead of a tenth.
     */
    private static String roll(String table, String length, String from, String invented, String join) {
        return "INSERT INTO " + table + " (symbol, ts, session, " + COLUMNS + ") SELECT c.symbol, c.bucket, f.*"
            + " FROM (SELECT DISTINCT symbol, " + BUCKET.formatted(length) + " AS bucket FROM bars_in) c "
            + "CROSS JOIN LATERAL (SELECT (array_agg(m.session ORDER BY m.ts))[1], " + FOLDED + ", " + invented
            + " FROM " + from + " m " + join + " WHERE m.symbol = c.symbol AND m.ts >= c.bucket "
            + "AND m.ts < c.bucket + INTERVAL '" + length + "' AND m.ts >= %1$s AND m.ts < %2$s "
            + "HAVING count(*) > 0) f ON CONFLICT (symbol, ts) " + TAKES_ITS_PLACE + ", session = excluded.session";
    }

    private static String forget(String table, String length, String from) {
        return "DELETE FROM " + table + " d USING (SELECT DISTINCT symbol, " + BUCKET.formatted(length)
            + " AS bucket FROM bars_in WHERE state = 'withdrawn') c "
            + "WHERE d.symbol = c.symbol AND d.ts = c.bucket AND d.ts >= %1$s AND d.ts < %2$s AND NOT EXISTS ("
            + "SELECT 1 FROM " + from + " m WHERE m.symbol = c.symbol AND m.ts >= c.bucket AND m.ts < c.bucket "
            + "+ INTERVAL '" + length + "' AND m.ts >= %1$s AND m.ts < %2$s)";
    }
}
