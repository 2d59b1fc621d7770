-- Clocks that stop, move or count working days. When one runs out, the process is told by a message with the clock's id.
CREATE TABLE clock (
    id                varchar(40)                 NOT NULL PRIMARY KEY,
    case_id           uuid                        NOT NULL,
    step              varchar(80)                 NOT NULL,
    state             varchar(10)                 NOT NULL, -- RUNNING, STOPPED, DUE, FINISHED
    started_at        timestamp(6) with time zone NOT NULL,
    due_at            timestamp(6) with time zone,           -- null where the rules set no goal
    stopped_at        timestamp(6) with time zone,
    ended_at          timestamp(6) with time zone
);
CREATE INDEX clock_due ON clock (state, due_at);
CREATE INDEX clock_case ON clock (case_id);
