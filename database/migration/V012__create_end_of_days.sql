-- Purpose: what came of each trade date after its close, and imports of universes and of files that nobody knows.
-- Reader and writer: org.tickstock.app.endofday.EndOfDayTables; org.tickstock.app.history.ImportTables
-- Undo: DROP TABLE end_of_days; DELETE FROM history_chunks WHERE timeframe = 'universes';
-- DELETE FROM history_imports WHERE kind IN ('universes', 'unknown'); then the check of V008 again.

ALTER TABLE history_imports ALTER COLUMN kind TYPE varchar(10);
ALTER TABLE history_imports DROP CONSTRAINT history_imports_kind_ck;
ALTER TABLE history_imports ADD CONSTRAINT history_imports_kind_ck
    CHECK (kind IN ('symbols', 'universes', 'daily', 'minute', 'unknown'));
ALTER TABLE history_chunks ALTER COLUMN timeframe TYPE varchar(10);

-- missing and differences hold the first so many in words; the counts beside them are whole.
CREATE TABLE end_of_days (
    trade_date      date        NOT NULL,
    is_invented     boolean     NOT NULL,
    state           varchar(12) NOT NULL,
    tracked         integer     NOT NULL,
    present         integer     NOT NULL,
    missing         text[]      NOT NULL,
    compared        integer     NOT NULL,
    differing       integer     NOT NULL,
    differences     text[]      NOT NULL,
    as_of           timestamptz NOT NULL,
    CONSTRAINT end_of_days_pk PRIMARY KEY (trade_date, is_invented),
    CONSTRAINT end_of_days_state_ck CHECK (state IN ('complete', 'partial', 'insufficient')),
    CONSTRAINT end_of_days_tracked_ck CHECK (present >= 0 AND present <= tracked),
    CONSTRAINT end_of_days_compared_ck CHECK (differing >= 0 AND differing <= compared)
);
