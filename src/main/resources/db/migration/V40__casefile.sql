-- The case: what lists and queues need stands in columns; what is personal stands sealed, the patient's identity apart from the rest.
CREATE TABLE case_file (
    id             UUID PRIMARY KEY,
    pseudonym      BYTEA       NOT NULL,
    country        VARCHAR(2)  NOT NULL,
    provider       VARCHAR(60) NOT NULL,
    urgency        VARCHAR(10) NOT NULL,
    stage          VARCHAR(20) NOT NULL,
    state          VARCHAR(20) NOT NULL,
    network        VARCHAR(40),
    closing_reason VARCHAR(20),
    registered_by  VARCHAR(80) NOT NULL,
    registered_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    closed_at      TIMESTAMP(6) WITH TIME ZONE,
    content_key    VARCHAR(64),
    version        BIGINT      NOT NULL
);
CREATE INDEX case_file_listed ON case_file (registered_at, id);
CREATE UNIQUE INDEX case_file_content ON case_file (content_key);

CREATE TABLE patient_identity (
    case_id UUID PRIMARY KEY REFERENCES case_file (id),
    sealed  BYTEA NOT NULL
);

CREATE TABLE case_content (
    case_id    UUID        NOT NULL REFERENCES case_file (id),
    controller VARCHAR(10) NOT NULL,
    sealed     BYTEA       NOT NULL,
    PRIMARY KEY (case_id, controller)
);

CREATE TABLE submission (
    id         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id    UUID        NOT NULL REFERENCES case_file (id),
    task_key   BIGINT      NOT NULL,
    form_id    VARCHAR(100) NOT NULL,
    by_user    VARCHAR(80) NOT NULL,
    at         TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    controller VARCHAR(10) NOT NULL,
    sealed     BYTEA       NOT NULL,
    UNIQUE (case_id, task_key)
);
CREATE INDEX submission_form ON submission (case_id, form_id, id);

CREATE TABLE attachment (
    id         UUID PRIMARY KEY,
    case_id    UUID        NOT NULL REFERENCES case_file (id),
    controller VARCHAR(10) NOT NULL,
    name       BYTEA       NOT NULL,
    media_type VARCHAR(80) NOT NULL,
    size       BIGINT      NOT NULL,
    by_user    VARCHAR(80) NOT NULL,
    at         TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE INDEX attachment_case ON attachment (case_id, at);

-- A registration that was repeated because its answer got lost must not make a second case.
CREATE TABLE registration_key (
    user_id     VARCHAR(80)  NOT NULL,
    request_key VARCHAR(200) NOT NULL,
    content_key VARCHAR(64)  NOT NULL,
    case_id     UUID         NOT NULL REFERENCES case_file (id),
    PRIMARY KEY (user_id, request_key)
);
