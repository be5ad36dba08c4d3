package org.tickstock.app.bar;

/**
 * The statements that bring staged minute bars into the tables, in their order.
 *
 * <p>What is there already decides what becomes of a staged bar:
 * <ul>
 * <li>a bar of the same run: the newer revision takes its place;
 * <li>a bar of a run that had ended before this one began: other trades of the same minute, they are added up, and the
 *     earlier part is kept in {@code base_*}, to which later revisions are added again;
 * <li>a bar of a run that heard the same time: the tape is played anew, and takes its place if this run heard as much
 *     of the minute, else the fuller one stays;
 * <li>an imported bar: it is whole, and stays;
 * <li>between invented and real trades the real ones win, whatever came first.
 * </ul>
 * Staging the same bars twice changes nothing more.
 */
final class BarUpsert {

    static final String STAGE = """
        CREATE TEMPORARY TABLE IF NOT EXISTS bars_in (
            symbol varchar(20), ts timestamptz, session varchar(7), open numeric(18,6), high numeric(18,6),
            low numeric(18,6), close numeric(18,6), volume numeric(20,6), trades integer, is_exact boolean,
            state varchar(11), revision integer, verdict varchar(4) DEFAULT 'take',
            base_open numeric(18,6), base_high numeric(18,6), base_low numeric(18,6), base_close numeric(18,6),
            base_volume numeric(20,6), base_trades integer) ON COMMIT DELETE ROWS""";

    static final String COPY = "COPY bars_in (" + BarRow.COLUMNS + ") FROM STDIN";

    static final String MEET_RUN = """
        INSERT INTO bar_runs AS r (run, provider, is_invented, heard_from_ns, heard_to_ns) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (run) DO UPDATE SET heard_from_ns = least(r.heard_from_ns, excluded.heard_from_ns),
            heard_to_ns = greatest(r.heard_to_ns, excluded.heard_to_ns)""";

    /** LATERAL and OFFSET 0 have each bar looked up by its key, as in {@link BarRollUp}. Parameters: this run. */
    static final String JUDGE = """
        UPDATE bars_in b SET verdict = v.verdict,
            base_open = v.base_open, base_high = v.base_high, base_low = v.base_low, base_close = v.base_close,
            base_volume = v.base_volume, base_trades = v.base_trades
        FROM (
            SELECT j.symbol, j.ts, j.verdict,
                CASE j.verdict WHEN 'same' THEN j.base_open WHEN 'add' THEN j.open END AS base_open,
                CASE j.verdict WHEN 'same' THEN j.base_high WHEN 'add' THEN j.high END AS base_high,
                CASE j.verdict WHEN 'same' THEN j.base_low WHEN 'add' THEN j.low END AS base_low,
                CASE j.verdict WHEN 'same' THEN j.base_close WHEN 'add' THEN j.close END AS base_close,
                CASE j.verdict WHEN 'same' THEN j.base_volume WHEN 'add' THEN j.volume END AS base_volume,
                CASE j.verdict WHEN 'same' THEN j.base_trades WHEN 'add' THEN j.trades END AS base_trades
            FROM (
                SELECT m.*, CASE
                    WHEN m.run = me.run THEN 'same'
                    WHEN m.state = 'imported' THEN 'keep'
                    WHEN other.is_invented AND NOT me.is_invented THEN 'take'
                    WHEN me.is_invented AND NOT other.is_invented THEN 'keep'
                    WHEN me.heard_from_ns >= other.heard_to_ns THEN 'add'
                    WHEN me.heard_from_ns <= CASE WHEN m.base_open IS NULL
                            THEN greatest(start.ns, other.heard_from_ns) ELSE start.ns END
                        AND me.heard_to_ns >= least(start.ns + 60000000000, other.heard_to_ns) THEN 'take'
                    ELSE 'keep' END AS verdict
                FROM bars_in i
                CROSS JOIN LATERAL (SELECT * FROM ohlcv_1min
                    WHERE symbol = i.symbol AND ts = i.ts AND ts >= %1$s AND ts < %2$s OFFSET 0) m
                CROSS JOIN LATERAL (SELECT extract(epoch FROM m.ts)::bigint * 1000000000 AS ns) start
                JOIN bar_runs me ON me.run = ?
                JOIN bar_runs other ON other.run = m.run) j) v
        WHERE b.symbol = v.symbol AND b.ts = v.ts""";

    static final String FORGET_WHAT_IS_KEPT = "DELETE FROM bars_in WHERE verdict = 'keep'";

    static final String WITHDRAW = """
        DELETE FROM ohlcv_1min m USING bars_in b
        WHERE b.state = 'withdrawn' AND b.base_open IS NULL AND m.symbol = b.symbol AND m.ts = b.ts
            AND m.ts >= %1$s AND m.ts < %2$s""";

    /**
     * Of a minute that was over before this run began, trades told late are all that it knows: they close nothing.
     * Parameters: this run.
     */
    static final String UPSERT = """
        INSERT INTO ohlcv_1min (symbol, ts, session, open, high, low, close, volume, trades, is_exact, state, revision,
            run, base_open, base_high, base_low, base_close, base_volume, base_trades)
        SELECT symbol, ts, session, coalesce(base_open, open),
            CASE WHEN state = 'withdrawn' THEN base_high ELSE greatest(base_high, high) END,
            CASE WHEN state = 'withdrawn' THEN base_low ELSE least(base_low, low) END,
            CASE WHEN state = 'withdrawn' THEN base_close
                WHEN (extract(epoch FROM ts)::bigint + 60) * 1000000000 <= me.heard_from_ns
                    THEN coalesce(base_close, close)
                ELSE close END,
            volume + coalesce(base_volume, 0), trades + coalesce(base_trades, 0), is_exact AND base_open IS NULL,
            CASE WHEN state = 'withdrawn' THEN 'revised' ELSE state END, revision,
            me.run, base_open, base_high, base_low, base_close, base_volume, base_trades
        FROM bars_in JOIN bar_runs me ON me.run = ? WHERE state <> 'withdrawn' OR base_open IS NOT NULL
        ON CONFLICT (symbol, ts) DO UPDATE SET session = excluded.session, open = excluded.open, high = excluded.high,
            low = excluded.low, close = excluded.close, volume = excluded.volume, trades = excluded.trades,
            is_exact = excluded.is_exact, state = excluded.state, revision = excluded.revision, run = excluded.run,
            base_open = excluded.base_open, base_high = excluded.base_high, base_low = excluded.base_low,
            base_close = excluded.base_close, base_volume = excluded.base_volume,
            base_trades = excluded.base_trades""";

    private BarUpsert() {
    }
}
