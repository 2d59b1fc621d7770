-- What a country did for its patient before a network is asked. The evidence is clinical and sealed.
CREATE TABLE domestic_request (
    id         UUID PRIMARY KEY,
    case_id    UUID         NOT NULL,
    asked      VARCHAR(80)  NOT NULL,
    asked_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    due_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE INDEX domestic_request_case ON domestic_request (case_id);

CREATE TABLE domestic_evidence (
    id         UUID PRIMARY KEY,
    case_id    UUID         NOT NULL,
    task_key   BIGINT       NOT NULL,
    kind       VARCHAR(20)  NOT NULL,
    sealed     BYTEA        NOT NULL,
    given_by   VARCHAR(100) NOT NULL,
    given_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    UNIQUE (case_id, task_key)
);

CREATE TABLE domestic_waiver (
    id         UUID PRIMARY KEY,
    case_id    UUID         NOT NULL,
    ground     VARCHAR(30)  NOT NULL,
    asked_by   VARCHAR(100) NOT NULL,
    asked_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    approved   BOOLEAN,
    decided_by VARCHAR(100),
    decided_at TIMESTAMP(6) WITH TIME ZONE
);
CREATE INDEX domestic_waiver_case ON domestic_waiver (case_id);

-- Centres that their state recognises, from the first to the last day (the Netherlands: five years).
CREATE TABLE domestic_recognition (
    provider_id      VARCHAR(60) NOT NULL,
    recognised_from  DATE NOT NULL,
    recognised_until DATE NOT NULL,
    PRIMARY KEY (provider_id, recognised_from)
);
