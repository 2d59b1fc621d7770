-- Clocks of every task, stage and case: by which row of the table, who was told of them, and when they stood still.
ALTER TABLE clock ADD COLUMN level varchar(5) DEFAULT 'STEP' NOT NULL; -- TASK, STEP, STAGE, CASE
ALTER TABLE clock ADD COLUMN form varchar(120) DEFAULT '' NOT NULL;    -- the step's other name in the table
ALTER TABLE clock ADD COLUMN address varchar(200) DEFAULT '' NOT NULL; -- under which the process waits for it
ALTER TABLE clock ADD COLUMN network varchar(40) DEFAULT '' NOT NULL;
ALTER TABLE clock ADD COLUMN fixed_due timestamp(6) with time zone;     -- set by a drawing, not by the table
ALTER TABLE clock ADD COLUMN goal_at timestamp(6) with time zone;
ALTER TABLE clock ADD COLUMN next_at timestamp(6) with time zone;       -- when somebody is told next
ALTER TABLE clock ADD COLUMN plan integer DEFAULT 1 NOT NULL;           -- grows when it is planned anew
ALTER TABLE clock ADD COLUMN planned_at timestamp(6) with time zone;
ALTER TABLE clock ADD COLUMN rule_row varchar(120) DEFAULT '' NOT NULL;
ALTER TABLE clock ADD COLUMN rule_version varchar(64) DEFAULT '' NOT NULL;
UPDATE clock SET next_at = due_at;
CREATE INDEX clock_next ON clock (state, next_at);
CREATE INDEX clock_address ON clock (address, state);

-- When a clock stood still; until is null while it lasts.
CREATE TABLE clock_pause (
    clock_id   varchar(40)                 NOT NULL REFERENCES clock (id) ON DELETE CASCADE,
    stopped_at timestamp(6) with time zone NOT NULL,
    resumed_at timestamp(6) with time zone,
    PRIMARY KEY (clock_id, stopped_at)
);
INSERT INTO clock_pause (clock_id, stopped_at) SELECT id, stopped_at FROM clock WHERE state = 'STOPPED' AND stopped_at IS NOT NULL;

-- What a clock has reached: a share of its time, its deadline, a rung of the escalation. Each once per plan.
CREATE TABLE clock_mark (
    id         varchar(40)                 NOT NULL PRIMARY KEY,
    clock_id   varchar(40)                 NOT NULL REFERENCES clock (id) ON DELETE CASCADE,
    plan       integer                     NOT NULL,
    kind       varchar(10)                 NOT NULL, -- REMINDER, DEADLINE, RUNG
    position   integer                     NOT NULL,
    who        varchar(12)                 NOT NULL, -- owner, coordinator, contact
    percent    integer                     NOT NULL,
    reached_at timestamp(6) with time zone NOT NULL,
    told_at    timestamp(6) with time zone,
    UNIQUE (clock_id, plan, kind, position)
);

-- Who was told: user ids and groups.
CREATE TABLE clock_told (
    mark_id varchar(40)  NOT NULL REFERENCES clock_mark (id) ON DELETE CASCADE,
    holder  varchar(100) NOT NULL,
    PRIMARY KEY (mark_id, holder)
);
CREATE INDEX clock_told_holder ON clock_told (holder);

ALTER TABLE work_item ADD COLUMN clock_id varchar(40);
ALTER TABLE work_item ADD COLUMN stopped boolean DEFAULT FALSE NOT NULL; -- its clock stands still
CREATE INDEX work_item_clock ON work_item (clock_id);
