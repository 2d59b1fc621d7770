-- Human work as the queues show it: a copy of the engine's open user tasks, with every column that a queue is filtered or sorted by.
CREATE TABLE work_item (
    task_key             bigint                      NOT NULL PRIMARY KEY,
    case_id              uuid                        NOT NULL,
    process_instance_key bigint                      NOT NULL,
    process_id           varchar(120)                NOT NULL,
    element_id           varchar(120)                NOT NULL,
    form_id              varchar(120)                NOT NULL,
    form_key             bigint,
    name                 varchar(200)                NOT NULL,
    stage                varchar(20)                 NOT NULL,
    network              varchar(40)                 NOT NULL, -- empty where none is chosen yet
    country              varchar(2)                  NOT NULL,
    urgency              varchar(10)                 NOT NULL,
    subject_id           varchar(100),
    assignee             varchar(100),
    reserved             boolean                     NOT NULL, -- the model names the one person who may work it
    priority             integer                     NOT NULL,
    due                  timestamp(6) with time zone,
    due_order            timestamp(6) with time zone NOT NULL, -- due, or far away
    state                varchar(12)                 NOT NULL, -- OPEN, DONE, CANCELED, SUPERSEDED
    version              integer                     NOT NULL,
    created_at           timestamp(6) with time zone NOT NULL,
    closed_at            timestamp(6) with time zone,
    closed_by            varchar(100),
    draft                bytea,
    draft_by             varchar(100),
    draft_at             timestamp(6) with time zone
);
CREATE INDEX work_item_due ON work_item (state, due_order, task_key);
CREATE INDEX work_item_assignee ON work_item (assignee, state, due_order);
CREATE INDEX work_item_case ON work_item (case_id, state);

-- Who may take it: groups such as dispatcher:epicare, or single users.
CREATE TABLE work_item_group (
    task_key  bigint       NOT NULL REFERENCES work_item (task_key) ON DELETE CASCADE,
    candidate varchar(100) NOT NULL,
    PRIMARY KEY (task_key, candidate)
);
CREATE INDEX work_item_group_candidate ON work_item_group (candidate, task_key);
