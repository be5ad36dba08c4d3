-- Purpose: what a person arranged for themselves, such as the layout of a page; only pages know what is in it.
-- Reader and writer: org.tickstock.app.account.SettingRepository
-- Undo: DROP TABLE user_settings;

CREATE TABLE user_settings (
    user_id    bigint      NOT NULL,
    name       varchar(40) NOT NULL,
    value      jsonb       NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT user_settings_pk PRIMARY KEY (user_id, name),
    CONSTRAINT user_settings_user_fk FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
    CONSTRAINT user_settings_value_ck CHECK (jsonb_typeof(value) = 'object')
);
