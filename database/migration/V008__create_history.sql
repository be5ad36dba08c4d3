-- Purpose: what is known of each symbol, and a record of everything that was imported.
-- Reader and writer: org.tickstock.app.history.ImportTables, org.tickstock.app.history.SymbolTables
-- Undo: DROP TABLE history_chunks, history_imports, symbols;

-- Shipped rows come from the public-domain lists in the engine; what an operator imported stays when those change.
CREATE TABLE symbols (
    symbol     varchar(20)  NOT NULL,
    name       varchar(255) NOT NULL,
    exchange   varchar(20)  NOT NULL,
    type       varchar(20)  NOT NULL,
    sector     varchar(50)  NOT NULL,
    industry   varchar(100) NOT NULL,
    country    varchar(50)  NOT NULL DEFAULT '',
    market_cap bigint,
    source     varchar(7)   NOT NULL,
    updated_at timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT symbols_pk PRIMARY KEY (symbol),
    CONSTRAINT symbols_type_ck CHECK (type IN ('CS', 'ETF')),
    CONSTRAINT symbols_market_cap_ck CHECK (market_cap > 0),
    CONSTRAINT symbols_source_ck CHECK (source IN ('shipped', 'import'))
);

CREATE INDEX symbols_sector_ix ON symbols (sector);

CREATE TABLE history_imports (
    id           bigint       GENERATED ALWAYS AS IDENTITY,
    kind         varchar(7)   NOT NULL,
    origin       varchar(300) NOT NULL,
    state        varchar(9)   NOT NULL DEFAULT 'running',
    started_at   timestamptz  NOT NULL DEFAULT now(),
    finished_at  timestamptz,
    rows_read    bigint       NOT NULL DEFAULT 0,
    rows_changed bigint       NOT NULL DEFAULT 0,
    rows_refused bigint       NOT NULL DEFAULT 0,
    trouble      text,
    report       jsonb,
    CONSTRAINT history_imports_pk PRIMARY KEY (id),
    CONSTRAINT history_imports_kind_ck CHECK (kind IN ('daily', 'minute', 'symbols')),
    CONSTRAINT history_imports_state_ck CHECK (state IN ('running', 'done', 'unchanged', 'failed'))
);

-- What is in, whole: written in the transaction that brought it, so that an import that broke off goes on behind it.
CREATE TABLE history_chunks (
    timeframe  varchar(7)   NOT NULL,
    symbol     varchar(20)  NOT NULL,
    chunk      varchar(100) NOT NULL,
    import_id  bigint       NOT NULL,
    row_count  bigint       NOT NULL,
    created_at timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT history_chunks_pk PRIMARY KEY (timeframe, symbol, chunk)
);
