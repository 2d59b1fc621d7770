-- What somebody did with many tasks at once, task by task, so that it can be shown, and undone as long as nobody has acted since.
CREATE TABLE bulk_act (
    id        uuid                        NOT NULL PRIMARY KEY,
    user_id   varchar(100)                NOT NULL,
    deed      varchar(20)                 NOT NULL,
    at        timestamp(6) with time zone NOT NULL,
    undone_at timestamp(6) with time zone
);
CREATE TABLE bulk_step (
    bulk_id      uuid         NOT NULL REFERENCES bulk_act (id) ON DELETE CASCADE,
    task_key     bigint       NOT NULL,
    version      integer      NOT NULL, -- of the task after it
    before_value varchar(100),          -- a user id, a number or an instant
    after_value  varchar(100),
    refusal      varchar(80),           -- the code of the refusal, where it was refused
    argument     varchar(200),          -- whom or what the refusal names
    undone       boolean      NOT NULL,
    PRIMARY KEY (bulk_id, task_key)
);
