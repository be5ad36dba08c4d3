-- Purpose: minute bars as the lanes build them, and their roll-ups to five minutes, hours and days.
-- Prices are numeric(18,6), not (12,4): the engine counts in 1e-6 USD, and below a dollar the tape quotes sub-pennies.
-- Volumes have six decimals too, since fractions of shares trade. Where TimescaleDB is installed in this database the
-- minute tables are hypertables, else partitioned natively, by day and by month; every query is the same.
-- A minute that two runs of the server heard one part each of keeps in base_* what the earlier runs made of it, so that
-- a revision by the later run can be added to it again: see org.tickstock.app.bar.BarUpsert.
-- Reader and writer: org.tickstock.app.bar.BarReader, org.tickstock.app.bar.BarTables
-- Undo: DROP TABLE ohlcv_daily, ohlcv_hourly, ohlcv_5min, ohlcv_1min, bar_runs;

-- One row for each run of the server that wrote bars: which feed it heard, and from when to when by event time.
CREATE TABLE bar_runs (
    run           bigint      NOT NULL,
    provider      varchar(20) NOT NULL,
    is_invented   boolean     NOT NULL,
    heard_from_ns bigint      NOT NULL,
    heard_to_ns   bigint      NOT NULL,
    created_at    timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT bar_runs_pk PRIMARY KEY (run),
    CONSTRAINT bar_runs_heard_ck CHECK (heard_from_ns <= heard_to_ns)
);

CREATE TABLE ohlcv_daily (
    symbol      varchar(20)   NOT NULL,
    bar_date    date          NOT NULL,
    source      varchar(6)    NOT NULL,
    open        numeric(18,6) NOT NULL,
    high        numeric(18,6) NOT NULL,
    low         numeric(18,6) NOT NULL,
    close       numeric(18,6) NOT NULL,
    adj_close   numeric(18,6),
    volume      numeric(20,6) NOT NULL,
    trades      integer,
    is_exact    boolean       NOT NULL DEFAULT true,
    is_invented boolean       NOT NULL DEFAULT false,
    CONSTRAINT ohlcv_daily_pk PRIMARY KEY (symbol, bar_date, source),
    CONSTRAINT ohlcv_daily_source_ck CHECK (source IN ('own', 'import')),
    CONSTRAINT ohlcv_daily_prices_ck CHECK (low > 0 AND high >= greatest(open, close) AND low <= least(open, close)),
    CONSTRAINT ohlcv_daily_adj_close_ck CHECK (adj_close > 0),
    CONSTRAINT ohlcv_daily_volume_ck CHECK (volume >= 0)
);

CREATE INDEX ohlcv_daily_date_ix ON ohlcv_daily (bar_date);

DO $$
DECLARE
    has_timescale boolean := EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'timescaledb');
    native        text    := CASE WHEN has_timescale THEN '' ELSE ' PARTITION BY RANGE (ts)' END;
    shape         text    :=
        'symbol varchar(20) NOT NULL, ts timestamptz NOT NULL, session varchar(7) NOT NULL, '
        'open numeric(18,6) NOT NULL, high numeric(18,6) NOT NULL, low numeric(18,6) NOT NULL, '
        'close numeric(18,6) NOT NULL, volume numeric(20,6) NOT NULL, trades integer, is_exact boolean NOT NULL, '
        'CONSTRAINT %1$s_pk PRIMARY KEY (symbol, ts), '
        'CONSTRAINT %1$s_session_ck CHECK (session IN (''PRE'', ''REGULAR'', ''AFTER'')), '
        'CONSTRAINT %1$s_prices_ck CHECK (low > 0 AND high >= greatest(open, close) AND low <= least(open, close)), '
        'CONSTRAINT %1$s_volume_ck CHECK (volume >= 0 AND trades >= 0), ';
BEGIN
    EXECUTE 'CREATE TABLE ohlcv_1min (' || format(shape, 'ohlcv_1min')
        || 'state varchar(11) NOT NULL, revision integer NOT NULL, run bigint NOT NULL, '
        || 'base_open numeric(18,6), base_high numeric(18,6), base_low numeric(18,6), base_close numeric(18,6), '
        || 'base_volume numeric(20,6), base_trades integer, '
        || 'CONSTRAINT ohlcv_1min_state_ck CHECK (state IN (''provisional'', ''revised'', ''imported'')))' || native;
    EXECUTE 'CREATE TABLE ohlcv_5min (' || format(shape, 'ohlcv_5min') || 'is_invented boolean NOT NULL)' || native;
    EXECUTE 'CREATE TABLE ohlcv_hourly (' || format(shape, 'ohlcv_hourly') || 'is_invented boolean NOT NULL)' || native;
    IF has_timescale THEN
        PERFORM create_hypertable('ohlcv_1min', 'ts', chunk_time_interval => INTERVAL '1 day');
        PERFORM create_hypertable('ohlcv_5min', 'ts', chunk_time_interval => INTERVAL '30 days');
        PERFORM create_hypertable('ohlcv_hourly', 'ts', chunk_time_interval => INTERVAL '30 days');
    END IF;
END
$$;

CREATE INDEX ohlcv_1min_time_ix ON ohlcv_1min USING brin (ts);
CREATE INDEX ohlcv_5min_time_ix ON ohlcv_5min USING brin (ts);
CREATE INDEX ohlcv_hourly_time_ix ON ohlcv_hourly USING brin (ts);
