-- Purpose: who is signed in. Only a hash of each token is kept: the table alone opens no account.
-- Reader and writer: org.tickstock.app.account.LoginSessionRepository
-- Undo: DROP TABLE login_sessions;

CREATE TABLE login_sessions (
    token_hash     varchar(64)  NOT NULL,
    user_id        bigint       NOT NULL,
    ip_address     varchar(45),
    user_agent     varchar(255),
    created_at     timestamptz  NOT NULL DEFAULT now(),
    last_active_at timestamptz  NOT NULL,
    expires_at     timestamptz  NOT NULL,
    CONSTRAINT login_sessions_pk PRIMARY KEY (token_hash),
    CONSTRAINT login_sessions_user_fk FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
    CONSTRAINT login_sessions_token_hash_ck CHECK (length(token_hash) = 64),
    CONSTRAINT login_sessions_expires_at_ck CHECK (expires_at > created_at)
);

CREATE INDEX login_sessions_user_ix ON login_sessions (user_id);
