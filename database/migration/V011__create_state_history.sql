-- Purpose: what became of stages and of the market's conditions, day by day and minute by minute.
-- Both can be written again at any time: a row says what is known of its day or minute by now.
-- Reader and writer: org.tickstock.app.state.StateTables
-- Undo: DROP TABLE stage_history; DROP TABLE market_conditions;

-- A change counts from the second of two closes (changed_on); since is the first. Previous is 'insufficient' where
-- what is known of the symbol begins.
CREATE TABLE stage_history (
    symbol      varchar(20) NOT NULL,
    is_invented boolean     NOT NULL,
    changed_on  date        NOT NULL,
    stage       varchar(2)  NOT NULL,
    previous    varchar(12) NOT NULL,
    since       date        NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT stage_history_pk PRIMARY KEY (symbol, is_invented, changed_on),
    CONSTRAINT stage_history_since_ck CHECK (since <= changed_on)
);

CREATE INDEX stage_history_day_ix ON stage_history (changed_on);

-- One row for each minute of the regular session, by the market's clock, the last at the session's end. NULL is not
-- known. previous_date is the market's trade day before, so that a day that is missing here is seen.
CREATE TABLE market_conditions (
    universe              varchar(50) NOT NULL,
    is_invented           boolean     NOT NULL,
    market_time           timestamptz NOT NULL,
    trade_date            date        NOT NULL,
    previous_date         date,
    is_forming            boolean     NOT NULL,
    benchmark             varchar(20) NOT NULL,
    benchmark_pct         double precision,
    advance_pct           double precision,
    regime                varchar(15) NOT NULL,
    trend                 varchar(10) NOT NULL,
    trend_strength        double precision,
    volatility_pct        double precision,
    volatility_percentile double precision,
    volume_ratio          double precision,
    created_at            timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT market_conditions_pk PRIMARY KEY (universe, is_invented, market_time),
    CONSTRAINT market_conditions_days_ck CHECK (previous_date < trade_date)
);
