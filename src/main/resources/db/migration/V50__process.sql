-- What the engine is to be told: written with the change that it tells of, sent in order per case.
CREATE TABLE outbox (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id         uuid                        NOT NULL,
    kind            varchar(10)                 NOT NULL, -- START, MESSAGE, TASK
    name            varchar(120),                         -- of the message
    correlation_key varchar(120),
    task_key        bigint,
    variables       varchar(20000)              NOT NULL, -- JSON: ids, codes and choices that passed the contract
    state           varchar(12)                 NOT NULL, -- WAITING, SENT, SUPERSEDED, REFUSED
    attempts        integer                     NOT NULL,
    written_at      timestamp(6) with time zone NOT NULL,
    due_at          timestamp(6) with time zone NOT NULL,
    leased_until    timestamp(6) with time zone,
    answered_at     timestamp(6) with time zone
);
CREATE INDEX outbox_waiting ON outbox (state, case_id, id);

-- Which jobs are done, and what was answered.
CREATE TABLE job_done (
    case_id uuid                        NOT NULL,
    job_key bigint                      NOT NULL,
    answer  varchar(20000)              NOT NULL,
    done_at timestamp(6) with time zone NOT NULL,
    PRIMARY KEY (case_id, job_key)
);

-- Which process instances work on a case: the root, those it called, and those of invitations and requests.
CREATE TABLE case_process (
    case_id              uuid                        NOT NULL,
    process_instance_key bigint                      NOT NULL,
    process_id           varchar(120)                NOT NULL,
    definition_key       bigint                      NOT NULL,
    seen_at              timestamp(6) with time zone NOT NULL,
    PRIMARY KEY (case_id, process_instance_key)
);
