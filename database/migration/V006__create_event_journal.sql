-- Purpose: every display event as it stood in the log, for clients that come back later than memory reaches.
-- One partition for each UTC day on which events were written, not for their trade date: a replayed tape brings any
-- date, but what recovery and retention mean is how long ago an event was told. The writer makes partitions ahead and
-- drops the oldest. (epoch, log_offset) is unique by the writer's doing: it goes on behind the greatest there is.
-- Reader and writer: org.tickstock.app.journal.EventJournal, org.tickstock.app.journal.JournalTables
-- Undo: DROP TABLE event_journal_gaps; DROP TABLE event_epochs; DROP TABLE event_journal;

CREATE TABLE event_journal (
    epoch        bigint      NOT NULL,
    log_offset   bigint      NOT NULL,
    journaled_on date        NOT NULL,
    id           text        NOT NULL,
    event_type   varchar(20) NOT NULL,
    direction    varchar(4)  NOT NULL,
    symbol       varchar(20) NOT NULL,
    trade_date   date        NOT NULL,
    session_key  integer     NOT NULL,
    ordinal      integer     NOT NULL,
    count_change smallint    NOT NULL,
    ts_event_ns  bigint      NOT NULL,
    ts_init_ns   bigint      NOT NULL,
    body         text        NOT NULL,
    CONSTRAINT event_journal_pk PRIMARY KEY (epoch, log_offset, journaled_on)
) PARTITION BY RANGE (journaled_on);

CREATE INDEX event_journal_symbol_ix ON event_journal (symbol, epoch, log_offset);
CREATE INDEX event_journal_type_ix ON event_journal (event_type, epoch, log_offset);
CREATE INDEX event_journal_time_ix ON event_journal USING brin (ts_event_ns);

-- A log's life: last_offset is known once it ended in good order; a log that was killed has none.
CREATE TABLE event_epochs (
    epoch       bigint      NOT NULL,
    last_offset bigint,
    seen_at     timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT event_epochs_pk PRIMARY KEY (epoch)
);

-- Offsets that neither memory nor the spill file could hold until the database came back.
CREATE TABLE event_journal_gaps (
    epoch       bigint      NOT NULL,
    from_offset bigint      NOT NULL,
    to_offset   bigint      NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT event_journal_gaps_pk PRIMARY KEY (epoch, from_offset)
);
