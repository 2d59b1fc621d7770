-- The history. An entry is written with the change that it tells of and never touched again; the chain is laid over the
-- committed entries in a table of its own, so that nothing ever has to be updated. audit_pending names what waits to be chained.
CREATE TABLE audit_event (
    id              BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at              TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    actor           VARCHAR(80)   NOT NULL,
    on_behalf_of    VARCHAR(80),
    action          VARCHAR(80)   NOT NULL,
    object          VARCHAR(160),
    case_id         UUID,
    process_version VARCHAR(40),
    element         VARCHAR(80),
    outcome         VARCHAR(10)   NOT NULL,
    reason          VARCHAR(500),
    old_value       VARCHAR(200),
    new_value       VARCHAR(200),
    details         VARCHAR(8000) NOT NULL,
    sealed          BYTEA,
    sealed_hash     VARCHAR(64)
);
CREATE INDEX audit_event_case ON audit_event (case_id, id);
CREATE INDEX audit_event_at ON audit_event (at);

CREATE TABLE audit_pending (
    event_id BIGINT PRIMARY KEY
);

CREATE TABLE audit_chain (
    seq           BIGINT PRIMARY KEY,
    event_id      BIGINT      NOT NULL UNIQUE REFERENCES audit_event (id),
    previous_hash VARCHAR(64) NOT NULL,
    hash          VARCHAR(64) NOT NULL
);

-- The end of the chain; its row is the lock that lets one sequencer at a time lengthen it.
CREATE TABLE audit_head (
    seq  BIGINT      NOT NULL,
    hash VARCHAR(64) NOT NULL
);
INSERT INTO audit_head VALUES (0, '0000000000000000000000000000000000000000000000000000000000000000');
