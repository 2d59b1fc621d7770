-- What the lists of work are read from: open work once for each holder that it is shown to, with every column that a list is sorted or
-- narrowed by. Derived from work_item, work_item_group and case_grant, written in the transaction that changes the work; whether the
-- reader may know of the case is asked of case_grant at the moment of reading.
ALTER TABLE work_item ADD COLUMN goal timestamp(6) with time zone;
UPDATE work_item SET goal = (SELECT c.goal_at FROM clock c WHERE c.id = work_item.clock_id) WHERE state = 'OPEN';

CREATE TABLE queue_entry (
    holder      varchar(100)                NOT NULL, -- who has it in hand, who may take it, or who follows the case
    task_key    bigint                      NOT NULL REFERENCES work_item (task_key) ON DELETE CASCADE,
    offered     boolean                     NOT NULL, -- the holder may take it
    followed    boolean                     NOT NULL, -- the holder follows the case: may know who is asked for what
    case_id     uuid                        NOT NULL,
    element_id  varchar(120)                NOT NULL,
    name        varchar(200)                NOT NULL,
    stage       varchar(20)                 NOT NULL,
    stage_order integer                     NOT NULL, -- the stages as they follow each other
    network     varchar(40)                 NOT NULL,
    country     varchar(2)                  NOT NULL,
    urgency     varchar(10)                 NOT NULL,
    priority    integer                     NOT NULL,
    assignee    varchar(100)                NOT NULL, -- empty where nobody has it
    reserved    boolean                     NOT NULL, -- for the one person whom the model names
    stopped     boolean                     NOT NULL,
    due_order   timestamp(6) with time zone NOT NULL, -- due, or far away
    goal_order  timestamp(6) with time zone NOT NULL, -- goal, or far away
    clock_order timestamp(6) with time zone NOT NULL, -- as due; where the clock stands still, behind all that run
    created_at  timestamp(6) with time zone NOT NULL,
    PRIMARY KEY (holder, task_key)
);
CREATE INDEX queue_entry_task ON queue_entry (task_key);
CREATE INDEX queue_entry_due ON queue_entry (holder, due_order, task_key);
CREATE INDEX queue_entry_created ON queue_entry (holder, created_at, task_key);
CREATE INDEX queue_entry_priority ON queue_entry (holder, priority, task_key);
CREATE INDEX queue_entry_urgency ON queue_entry (holder, urgency, task_key);

-- Who has had work of which case in hand: "my cases".
CREATE TABLE case_part (
    user_id varchar(100) NOT NULL,
    case_id uuid         NOT NULL
);
CREATE INDEX case_part_user ON case_part (user_id, case_id);
INSERT INTO case_part (user_id, case_id) SELECT DISTINCT assignee, case_id FROM work_item WHERE assignee IS NOT NULL;
INSERT INTO case_part (user_id, case_id)
    SELECT DISTINCT w.closed_by, w.case_id FROM work_item w WHERE w.closed_by IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM case_part p WHERE p.user_id = w.closed_by AND p.case_id = w.case_id);

-- How somebody wants their lists: columns in their order, and whether single keys do something.
CREATE TABLE queue_look (
    user_id varchar(100) NOT NULL PRIMARY KEY,
    chosen  varchar(300) NOT NULL, -- codes of columns, in order; one with a plus is wide
    keys_on boolean      NOT NULL
);
CREATE INDEX case_grant_current ON case_grant (case_id, holder, granted_as, granted_at, ends_at);
