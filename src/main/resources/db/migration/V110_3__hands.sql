-- What people set themselves goes before what the drawing says.
ALTER TABLE work_item ADD COLUMN own_priority integer;
ALTER TABLE work_item ADD COLUMN reminded_at timestamp(6) with time zone;

-- What somebody leaves to whoever has the task next; gone when it is over.
CREATE TABLE task_note (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    task_key bigint                      NOT NULL REFERENCES work_item (task_key) ON DELETE CASCADE,
    by_user  varchar(100)                NOT NULL,
    at       timestamp(6) with time zone NOT NULL,
    sealed   bytea                       NOT NULL
);
CREATE INDEX task_note_task ON task_note (task_key, id);

-- Who has the form of a task open, and what each of them has typed so far, for themselves alone. What stands in work_item.draft is from
-- before, and read until it is saved anew.
CREATE TABLE task_desk (
    task_key bigint                      NOT NULL REFERENCES work_item (task_key) ON DELETE CASCADE,
    user_id  varchar(100)                NOT NULL,
    seen_at  timestamp(6) with time zone NOT NULL,
    typed_at timestamp(6) with time zone,
    sealed   bytea,
    PRIMARY KEY (task_key, user_id)
);

CREATE INDEX task_desk_typed ON task_desk (typed_at);

-- When somebody is away, the first and the last day included, and who of the same group stands in.
CREATE TABLE work_away (
    id          uuid                        NOT NULL PRIMARY KEY,
    user_id     varchar(100)                NOT NULL,
    from_day    date                        NOT NULL,
    until_day   date                        NOT NULL,
    deputy      varchar(100)                NOT NULL,
    recorded_by varchar(100)                NOT NULL,
    recorded_at timestamp(6) with time zone NOT NULL
);
CREATE INDEX work_away_user ON work_away (user_id, until_day);
CREATE INDEX work_away_deputy ON work_away (deputy, until_day);
